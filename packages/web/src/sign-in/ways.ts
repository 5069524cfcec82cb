import type { PageIdentifier, PageMethod } from '@freehold/contract';
import { boot } from '../ui/boot.ts';
import { narrowWays } from './narrow-ways.ts';

/** What this sign-in offers. */
export const ways = narrowWays(boot.signIn, boot.identifiers);

/** How this kind of identifier signs in, if it does. */
export function methodOf(type: PageIdentifier): PageMethod | undefined {
  return ways.methods.find(({ identifier }) => identifier === type);
}
