import { createContext, use } from 'react';

/** What the components cannot know of themselves: where they are mounted, and by whom. */
export interface Surroundings {
  /** Who manages the accounts, as people know them: "Managed by {tenantName}". */
  readonly tenantName?: string;
  /** Ends the sign-in; offered where nothing else is left to do. */
  readonly onSignOut?: () => void;
}

const SurroundingsContext = createContext<Surroundings>({});

export const SurroundingsProvider = SurroundingsContext.Provider;

export const useSurroundings = (): Surroundings => use(SurroundingsContext);
