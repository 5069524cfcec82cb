import { createContext, use } from 'react';

const ChangedContext = createContext<() => void>(() => {});

/** Who wants to hear of every change that was made below: the page that leads back to an application afterwards. */
export const ChangedProvider = ChangedContext.Provider;

export const useOnChanged = (): (() => void) => use(ChangedContext);
