import { createContext, type MouseEvent, type ReactNode, use } from 'react';

/** One place of the account: what applications link to. */
export type Place =
  | ''
  | 'profile'
  | 'security'
  | 'security/username'
  | 'security/email'
  | 'security/phone'
  | 'security/password'
  | 'security/linked'
  | `security/linked/${string}`;

/** How one gets from one place to another: by the address bar on a page, by state in an application. */
export interface Navigation {
  readonly place: Place;
  readonly go: (place: Place, options?: { readonly replace?: boolean }) => void;
  /** The address of a place; absent where places have none. */
  readonly href?: (place: Place) => string;
  /** Whether Back closes a dialog: only where the history is ours to write. */
  readonly dialogsInHistory?: boolean;
}

const NavigationContext = createContext<Navigation | undefined>(undefined);

export const NavigationProvider = NavigationContext.Provider;

/** The way around the account; undefined where one task was mounted alone. */
export const useNavigation = (): Navigation | undefined => use(NavigationContext);

type Props = {
  readonly to: Place;
  readonly className?: string;
  readonly current?: boolean;
  /** Ids of what it is called by, where its own words say too little: "Change", of many. */
  readonly labelledBy?: string;
  readonly children: ReactNode;
};

/** A link to another place; opens in a new tab when the reader asks for one and the place has an address. */
export function PlaceLink({ to, className = 'fh-link', current = false, labelledBy, children }: Props) {
  const navigation = useNavigation();
  const marks = {
    className,
    ...(current && { 'aria-current': 'page' as const }),
    ...(labelledBy !== undefined && { 'aria-labelledby': labelledBy }),
  };
  if (navigation === undefined) return <span>{children}</span>;
  if (navigation.href === undefined) {
    return (
      <button type="button" {...marks} onClick={() => navigation.go(to)}>
        {children}
      </button>
    );
  }
  function open(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigation?.go(to);
  }
  return (
    <a {...marks} href={navigation.href(to)} onClick={open}>
      {children}
    </a>
  );
}
