import {
  type AccountField,
  type AccountMember,
  type AccountScope,
  accountFields,
  accountMembers,
  accountScopes,
} from '@freehold/contract';
import { JsonText } from '../operation/index.ts';
import type { AccountRow } from './account.store.ts';

/** The members that something hides, each with the one scope and the one field that it needs, as bits. */
const rules = Object.entries(accountMembers).map(
  ([member, rule]: [string, { scope?: AccountScope; field?: AccountField }]) => ({
    member: member as AccountMember,
    scope: rule.scope ? 1 << accountScopes.indexOf(rule.scope) : 0,
    field: rule.field ? 1 << accountFields.indexOf(rule.field) : 0,
  }),
);

/**
 * The account as a token with these scopes sees it under the tenant's policy, from the contract's one table of members.
 * Text of which nothing is hidden is passed through: parsing it and printing it again costs more than reading it.
 */
export function visibleAccount(row: AccountRow, scopeBits: number): JsonText {
  const isVisible = ({ scope, field }: (typeof rules)[number]) =>
    (scope & scopeBits) === scope && (field & row.readable) === field;
  const etag = `"${row.version}.${row.policy_version}.${scopeBits}"`;
  if (rules.every(isVisible)) return new JsonText(row.account, etag);
  const account = JSON.parse(row.account) as Record<AccountMember, unknown>;
  const visible = rules.filter(isVisible).map(({ member }) => [member, account[member]]);
  return new JsonText(JSON.stringify(Object.fromEntries(visible)), etag);
}

/** Whether `scopeBits` hold the scope `openid`, without which a token is no business of the Account API. */
export const holdsOpenid = (scopeBits: number): boolean => (scopeBits & (1 << accountScopes.indexOf('openid'))) !== 0;
