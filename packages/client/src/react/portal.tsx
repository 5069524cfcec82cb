import { type ComponentType, createContext, type ReactNode, use } from 'react';

const PortalContext = createContext<HTMLElement | undefined>(undefined);

/** Where dialogs are mounted: below a node that has our style, the body where the whole page is ours. */
export const PortalProvider = PortalContext.Provider;

export const usePortal = (): HTMLElement | undefined => use(PortalContext);

const FloatingContext = createContext<ComponentType<{ readonly children: ReactNode }> | undefined>(undefined);

/** What a dialog needs around it that belongs to no part of the page. */
export const FloatingProvider = FloatingContext.Provider;

/** A dialog of the whole page: has the style of our parts although none stands around it. */
export function Floating({ children }: { readonly children: ReactNode }) {
  const Around = use(FloatingContext);
  return Around === undefined ? children : <Around>{children}</Around>;
}
