import { accountMembers } from '@freehold/contract';
import { JsonText } from '../operation/index.ts';
import type { AccountRow } from './account.store.ts';
import { visibleMembers } from './visible-members.ts';

const visible = visibleMembers(accountMembers);

/** The account as a token with these scopes sees it under the tenant's policy, from the contract's one table of members. */
export const visibleAccount = (
  { account, readable, version, policy_version }: AccountRow,
  scopeBits: number,
): JsonText => new JsonText(visible(account, { scopeBits, readable }), `"${version}.${policy_version}.${scopeBits}"`);
