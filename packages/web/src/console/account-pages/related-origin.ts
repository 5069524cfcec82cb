/** Why something that was typed cannot stand in the list of addresses. */
export type OriginProblem = 'scheme' | 'name' | 'rest' | 'twice';

/** What was typed: an address as browsers compare it, or why it is none. `origin` is then what of it could stand there. */
export type TypedOrigin =
  | { readonly origin: string; readonly problem?: undefined }
  | { readonly origin?: string; readonly problem: OriginProblem };

const scheme = 'https://';

/** Whether somebody who types an address has only begun it, and needs not hear yet what is missing. */
export const isBeginning = (typed: string): boolean => scheme.startsWith(typed.trim().toLowerCase());

/**
 * Reads an address at which passkeys shall work too: browsers compare scheme, name and port, letter by letter, and know no
 * asterisk; and passkeys belong to a name, which a number is not.
 */
export function readOrigin(typed: string, listed: readonly string[]): TypedOrigin {
  const address = typed.trim();
  if (!address.toLowerCase().startsWith(scheme)) return { problem: 'scheme' };
  if (!URL.canParse(address)) return { problem: 'name' };
  const { origin, hostname, pathname, search, hash, username, password } = new URL(address);
  if (!/^[a-z\d_.-]+$/.test(hostname) || /^[\d.]+$/.test(hostname)) return { problem: 'name' };
  if (pathname !== '/' || `${search}${hash}${username}${password}` !== '') return { problem: 'rest', origin };
  if (listed.includes(origin)) return { problem: 'twice', origin };
  return { origin };
}
