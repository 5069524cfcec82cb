import type { EmailBlocklistPolicy } from '@freehold/contract';
import { matchesWildcard } from '../lib/wildcard.ts';
import { Problem } from '../operation/index.ts';
import { emailKey } from '../users/index.ts';

/**
 * Judges a new email address by the tenant's policy. Items of its lists are a full address, `@domain`, or either with `*`
 * for any part; small and capital letters are alike.
 *
 * @param address normalized
 * @throws Problem 422 `session.email_blocklist.email_subaddressing_not_allowed`, `session.email_blocklist.email_not_allowed`
 */
export function checkEmailPolicy(address: string, policy: EmailBlocklistPolicy): void {
  const { blockSubaddressing = false, customAllowlist = [], customBlocklist = [] } = policy;
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at)];
  if (blockSubaddressing && local.includes('+')) {
    throw new Problem('session.email_blocklist.email_subaddressing_not_allowed');
  }
  const isIn = (list: readonly string[]) => list.some(item => matches(local, domain, item));
  if ((customAllowlist.length > 0 && !isIn(customAllowlist)) || isIn(customBlocklist)) {
    throw new Problem('session.email_blocklist.email_not_allowed');
  }
}

/** By part: a `*` of the one must not reach into the other, or `*example.com` would let `x@evil-example.com` pass. */
function matches(local: string, domain: string, item: string): boolean {
  const pattern = emailKey(item.includes('@') ? item : `@${item}`);
  const at = pattern.lastIndexOf('@');
  if (!matchesWildcard(domain, pattern.slice(at))) return false;
  return at === 0 || matchesWildcard(local, pattern.slice(0, at));
}
