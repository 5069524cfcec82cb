import { type ComponentProps, useEffect, useMemo, useRef, useState } from 'react';
import { AccountCenter as Places } from '../account/account-center.tsx';
import { type Navigation, NavigationProvider, type Place, useNavigation } from '../navigation.tsx';
import { useEmbedding } from './embedding.ts';
import { Root } from './root.tsx';

export type AccountCenterProps = ComponentProps<typeof Places> & {
  /** Where in the account one is and how one gets elsewhere, for an application with a router; otherwise it keeps that itself. */
  readonly navigation?: Navigation;
};

/** The whole account, place by place. */
export function AccountCenter({ navigation, ...surroundings }: AccountCenterProps) {
  const embedding = useEmbedding();
  const around = useNavigation();
  const own = useOwnNavigation();
  const chosen = navigation ?? around ?? own;
  const root = useRef<HTMLDivElement>(null);
  useFocusOnArrival(root, chosen.place, embedding !== undefined);
  const places = (
    <NavigationProvider value={chosen}>
      <Places {...surroundings} />
    </NavigationProvider>
  );
  if (embedding === undefined) return places;
  if (!embedding.ready) return embedding.fallback;
  return (
    <Root ref={root} embedding={embedding}>
      {places}
    </Root>
  );
}

function useOwnNavigation(): Navigation {
  const [place, go] = useState<Place>('');
  return useMemo(() => ({ place, go: to => go(to) }), [place]);
}

/** The button that led here is gone: without a new place for it, the focus would fall back to the top of the page. */
function useFocusOnArrival(root: { readonly current: HTMLElement | null }, place: Place, embedded: boolean): void {
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    const heading = embedded ? root.current?.querySelector<HTMLElement>('.fh-heading') : undefined;
    if (heading === undefined || heading === null) return;
    heading.tabIndex = -1;
    heading.focus();
  }, [root, place, embedded]);
}

/** The place that the rest of a path names: `asPlace('/security/email')`. What is not there shows the overview. */
export const asPlace = (path: string): Place => path.replace(/^\/+|\/+$/g, '') as Place;
