import { Problem } from '@freehold/client/react/kit';

/**
 * Leaves the page for an address that the server named.
 *
 * Only http and https: an address such as `javascript:` would run in this origin.
 * @throws Problem `page.no_way_on`
 */
export function leaveFor(address: string): void {
  const url = URL.canParse(address, location.href) ? new URL(address, location.href) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new Problem('', { status: 0, code: 'page.no_way_on' });
  }
  location.assign(url);
}
