import { createContext, use } from 'react';

const PortalContext = createContext<HTMLElement | undefined>(undefined);

/** Where dialogs are mounted: below a node that has our style, the body where the whole page is ours. */
export const PortalProvider = PortalContext.Provider;

export const usePortal = (): HTMLElement | undefined => use(PortalContext);
