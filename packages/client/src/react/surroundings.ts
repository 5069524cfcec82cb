import { createContext, type ReactNode, use } from 'react';
import type { WayBack } from './account/way-back.tsx';

/** What the components cannot know of themselves: where they are mounted, and by whom. */
export interface Surroundings {
  /** Who manages the accounts, as people know them: "Managed by {tenantName}". */
  readonly tenantName?: string | undefined;
  /** Ends the sign-in and leaves, or fails; offered where nothing else is left to do. */
  readonly onSignOut?: (() => Promise<void>) | undefined;
  /** The application that the person came from, and goes back to: then there is the task alone, without navigation. */
  readonly wayBack?: WayBack | undefined;
  /** What stands below the form while a code is on its way there; `value` is absent where the address is masked. */
  readonly aboutCodes?: ((to: { readonly type: 'email' | 'phone'; readonly value?: string }) => ReactNode) | undefined;
}

const SurroundingsContext = createContext<Surroundings>({});

export const SurroundingsProvider = SurroundingsContext.Provider;

export const useSurroundings = (): Surroundings => use(SurroundingsContext);
