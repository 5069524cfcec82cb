import type { Queryable } from '../database/database.ts';
import { joinedAccount } from './adapter.ts';
import { accountClaims, needsExtendedClaims } from './claims.ts';
import type { Account } from './engine.ts';
import { type AccountRow, findAccountRow, findExtendedClaims, type TokenReading } from './reads.store.ts';
import { currentState } from './request-state.ts';

/**
 * Finds the user that a token or session speaks of. Asked at every issue and every use: nobody is found
 * who is suspended or was deleted, so their refresh tokens are worth nothing from that moment on.
 */
export async function findAccount(database: Queryable, id: string): Promise<Account | undefined> {
  const state = currentState();
  const joined = await joinedAccount(state, id);
  const user = joined ? accountOf(joined) : await findAccountRow(database, state.tenant.id, id);
  if (!user || user.is_suspended) return undefined;
  return {
    accountId: id,
    async claims(use, scope) {
      const extended = needsExtendedClaims(scope) ? await findExtendedClaims(database, state.tenant.id, id) : undefined;
      return { sub: id, ...accountClaims(user, extended, use) };
    },
  };
}

function accountOf(row: TokenReading): AccountRow | undefined {
  const { user_id, user_created_at, user_updated_at } = row;
  if (user_id === null || user_created_at === null || user_updated_at === null) return undefined;
  return {
    id: user_id,
    username: row.username,
    name: row.name,
    avatar: row.avatar,
    primary_email: row.primary_email,
    primary_phone: row.primary_phone,
    profile: row.profile ?? {},
    is_suspended: row.is_suspended ?? false,
    created_at: user_created_at,
    updated_at: user_updated_at,
  };
}
