/** The list of users: all, those that a search finds, those who are suspended or are not. */
import { type UserSearchField, userSearchFields } from '@freehold/contract';
import { type Queryable, statement } from '../database/database.ts';
import { type UserWithIdentities, userWithIdentitiesColumns } from './users.store.ts';

/** What one field of a user must match. */
export interface UserCondition {
  readonly field: UserSearchField;
  readonly operator: 'like' | 'ilike' | 'exact' | 'iexact' | 'similar' | 'isimilar' | 'posix' | 'iposix';
  readonly pattern: string;
}

/** Which users: all, or those that match one (`or`) or all (`and`) of the fields named in the conditions. */
export interface UserFilter {
  readonly joint: 'and' | 'or';
  readonly conditions: readonly UserCondition[];
  /** Of these, only those who are suspended, or only those who are not. */
  readonly isSuspended?: boolean | undefined;
}

// The conditions are rows of parameters, not text of the statement: nothing that a caller sends can become SQL, and
// every search is one prepared statement. Conditions on one field are alternatives.
const matches = `(
  SELECT CASE WHEN $2 THEN bool_and(f.ok) ELSE bool_or(f.ok) END
  FROM (
    SELECT bool_or(coalesce(CASE c.operator
        WHEN 'like' THEN v.value LIKE c.pattern
        WHEN 'ilike' THEN v.value ILIKE c.pattern
        WHEN 'exact' THEN v.value = c.pattern
        WHEN 'iexact' THEN lower(v.value) = lower(c.pattern)
        WHEN 'similar' THEN v.value SIMILAR TO c.pattern
        WHEN 'isimilar' THEN lower(v.value) SIMILAR TO lower(c.pattern)
        WHEN 'posix' THEN v.value ~ c.pattern
        WHEN 'iposix' THEN v.value ~* c.pattern
      END, false)) AS ok
    FROM unnest($3::text[], $4::text[], $5::text[]) AS c (field, operator, pattern)
    CROSS JOIN LATERAL (SELECT CASE c.field
        WHEN 'id' THEN u.id
        WHEN 'primaryEmail' THEN u.primary_email
        WHEN 'primaryPhone' THEN u.primary_phone
        WHEN 'username' THEN u.username
        WHEN 'name' THEN u.name
      END AS value) AS v
    GROUP BY c.field) AS f)`;

// The search of every list page, `search=%word%`, has statements of its own: over 100,000 users they take a quarter of the
// time that conditions as rows take.
const anywhere = `(u.id ILIKE $2 OR u.primary_email ILIKE $2 OR u.primary_phone ILIKE $2 OR u.username ILIKE $2
  OR u.name ILIKE $2)`;

/** A page of the users of whom `conditions` holds, which take `values` parameters after the tenant, and their number. */
function listing(name: string, conditions: readonly string[], values: number) {
  const where = ['tenant_id = $1', ...conditions].join(' AND ');
  return {
    rows: statement<UserWithIdentities>(
      `users.${name}`,
      `SELECT ${userWithIdentitiesColumns} FROM users u WHERE ${where}
       ORDER BY created_at DESC, id LIMIT $${values + 2} OFFSET $${values + 3}`,
      { long: true },
    ),
    count: statement<{ total: number }>(`users.${name}-count`, `SELECT count(*) AS total FROM users u WHERE ${where}`, {
      long: true,
    }),
  };
}

// The status is text of the statement, not a parameter: only so does the planner know that the index of the few who are
// suspended serves.
const listings = (status: '' | '-active' | '-suspended', conditions: readonly string[]) => ({
  all: listing(`list${status}`, conditions, 0),
  anywhere: listing(`search-anywhere${status}`, [...conditions, anywhere], 1),
  byField: listing(`search${status}`, [...conditions, matches], 4),
});

const anybody = listings('', []);
const active = listings('-active', ['NOT u.is_suspended']);
const suspended = listings('-suspended', ['u.is_suspended']);

/** One page of the matching users, newest first, and how many there are. */
export async function searchUsers(
  db: Queryable,
  tenantId: string,
  filter: UserFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ rows: UserWithIdentities[]; total: number }> {
  const [{ rows: list, count }, values] = listingOf(tenantId, filter);
  const [rows, counted] = await Promise.all([db.rows(list, [...values, limit, offset]), db.row(count, values)]);
  return { rows, total: counted?.total ?? 0 };
}

function listingOf(tenantId: string, filter: UserFilter) {
  const { joint, conditions, isSuspended } = filter;
  const { all, anywhere, byField } = isSuspended === undefined ? anybody : isSuspended ? suspended : active;
  if (conditions.length === 0) return [all, [tenantId]] as const;
  const pattern = patternAnywhere(filter);
  if (pattern !== undefined) return [anywhere, [tenantId, pattern]] as const;
  const fields = conditions.map(({ field }) => field);
  const operators = conditions.map(({ operator }) => operator);
  const patterns = conditions.map(condition => condition.pattern);
  return [byField, [tenantId, joint === 'and', fields, operators, patterns]] as const;
}

/** The one pattern that is looked for in every field, if that is what the filter says. */
function patternAnywhere({ joint, conditions: [first, ...others] }: UserFilter): string | undefined {
  const isSame = ({ operator, pattern }: UserCondition) => operator === 'ilike' && pattern === first?.pattern;
  const everyField = first !== undefined && others.length === userSearchFields.length - 1;
  return joint === 'or' && everyField && [first, ...others].every(isSame) ? first.pattern : undefined;
}
