import { type AccountField, type AccountScope, accountFields, accountScopes } from '@freehold/contract';
import { Problem } from '../operation/index.ts';

/** Members of an answer, each with the scope and the field that it needs, as the contract's tables have them. */
type MemberRules = Readonly<
  Record<string, { readonly scope?: AccountScope | undefined; readonly field?: AccountField | undefined }>
>;

/** What decides how much of an answer leaves the house, as bits in the order of the contract's lists. */
interface Sight {
  readonly scopeBits: number;
  readonly readable: number;
}

/**
 * Cuts JSON text down to the members that `rules` let be seen. Text of which nothing is hidden is passed through: parsing
 * it and printing it again costs more than reading it.
 */
export function visibleMembers(rules: MemberRules): (text: string, sight: Sight) => string {
  const needs = Object.entries(rules).map(([member, { scope, field }]) => ({
    member,
    scope: scope ? 1 << accountScopes.indexOf(scope) : 0,
    field: field ? 1 << accountFields.indexOf(field) : 0,
  }));
  return (text, { scopeBits, readable }) => {
    const isVisible = ({ scope, field }: (typeof needs)[number]) =>
      (scope & scopeBits) === scope && (field & readable) === field;
    if (needs.every(isVisible)) return text;
    const all = JSON.parse(text) as Record<string, unknown>;
    return JSON.stringify(Object.fromEntries(needs.filter(isVisible).map(({ member }) => [member, all[member]])));
  };
}

/**
 * The row that a read found under the caller's token, where they may read at all.
 * @throws Problem 401 for a token that is not good, 403 without the scope `openid`, 400 while the account center is off
 */
export function requireOpen<Row extends { readonly enabled: boolean; readonly scope_bits: number }>(
  row: Row | undefined,
): Row {
  if (!row) throw new Problem('auth.unauthorized');
  if (!holdsOpenid(row.scope_bits)) throw new Problem('auth.forbidden');
  if (!row.enabled) throw new Problem('account_center.not_enabled');
  return row;
}

/** Without it a token is no business of the Account API. */
const holdsOpenid = (scopeBits: number): boolean => (scopeBits & (1 << accountScopes.indexOf('openid'))) !== 0;
