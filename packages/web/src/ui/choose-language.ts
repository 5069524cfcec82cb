import { createContext } from 'react';

/** Switches the page to another language in place, so that nothing typed is lost. */
export const ChooseLanguageContext = createContext<(locale: string) => Promise<void>>(async () => {});
