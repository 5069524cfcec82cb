import type { PageBoot } from '@freehold/contract';
import { applicationAtOrigin } from '../../applications/index.ts';
import type { Database } from '../../database/database.ts';
import type { Tenant } from '../../operation/index.ts';

/**
 * The application that `?redirect=` wants people to come back to, if it is one: an address of the origin of a registered
 * redirect or post-logout URI of this tenant. Anything else is dropped without a word, and the page works without it: a
 * page that sent people wherever a link says would lend its good name to whoever wrote the link.
 *
 * Compared is what a URL parser makes of the address, and what it has written is handed on: `https://app.example@evil.test`,
 * `https:\\evil.test` and `//evil.test` are what they are to a browser. The product's own pages are no applications here
 * (they have no row): people get to them by our own links.
 */
export async function returnAddress(
  database: Database,
  { id: tenantId }: Tenant,
  search: string,
): Promise<PageBoot['returnTo']> {
  const [asked, ...more] = new URLSearchParams(search).getAll('redirect');
  // Two of them: which one a reader takes is a matter of taste, and so nobody's address.
  if (asked === undefined || more.length > 0 || asked.length > MAX_LENGTH) return undefined;
  // Parsers differ in what they make of these, and no honest address has them.
  if (/[\s\\\p{Cc}]/u.test(asked) || !URL.canParse(asked)) return undefined;
  const url = new URL(asked);
  if (url.username !== '' || url.password !== '' || !isOfTheWeb(url)) return undefined;
  const application = await applicationAtOrigin(database, tenantId, url.origin);
  return application && { url: url.href, name: application.name };
}

const MAX_LENGTH = 2048;

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

const isOfTheWeb = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname));
