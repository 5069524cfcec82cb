import { type UserSearchField, userSearchFields } from '@freehold/contract';
import { Problem } from '../operation/index.ts';
import type { UserCondition, UserFilter } from './search-users.store.ts';

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

const modes = ['like', 'exact', 'similar_to', 'posix'] as const;
type Mode = (typeof modes)[number];

/** Longest pattern and most values: more would only cost time. */
const MAX_PATTERN = 256;
const MAX_VALUES = 50;

const operators = {
  like: ['like', 'ilike'],
  exact: ['exact', 'iexact'],
  similar_to: ['similar', 'isimilar'],
  posix: ['posix', 'iposix'],
} as const satisfies Record<Mode, readonly [UserCondition['operator'], UserCondition['operator']]>;

/**
 * Reads the search parameters of a list of users.
 *
 * - `search` looks into all fields, `search.<field>` into one; several values only with the mode `exact`
 * - `mode`, `mode.<field>`: `like` (default), `exact`, `similar_to`, `posix`
 * - `joint` or `jointMode`: `or` (default), `and`
 * - `isCaseSensitive`: `false` (default), `true`
 *
 * @throws Problem 400 `request.invalid_input` whose `data.parameter` names what cannot be understood
 */
export function readUserSearch(query: Parameters): UserFilter {
  const joint = oneOf('joint', single(query, 'joint') ?? single(query, 'jointMode') ?? 'or', ['or', 'and'] as const);
  const isCaseSensitive = oneOf('isCaseSensitive', single(query, 'isCaseSensitive') ?? 'false', [
    'true',
    'false',
  ] as const);
  for (const name of Object.keys(query)) checkName(name);
  const everywhere = valuesOf(query, 'search');
  const defaultMode = oneOf('mode', single(query, 'mode') ?? 'like', modes);
  const conditions = userSearchFields.flatMap(field => {
    const own = valuesOf(query, `search.${field}`);
    const values = own.length > 0 ? own : everywhere;
    const mode = oneOf(`mode.${field}`, single(query, `mode.${field}`) ?? defaultMode, modes);
    if (values.length > 1 && mode !== 'exact') throw invalid(own.length > 0 ? `search.${field}` : 'search');
    const operator = operators[mode][isCaseSensitive === 'true' ? 0 : 1];
    return values.map(pattern => ({ field, operator, pattern }));
  });
  return { joint, conditions };
}

/** `search.name.first` and fields that a user does not have are refused: ignored, they would find everybody. */
function checkName(name: string): void {
  const [parameter, ...rest] = name.split('.');
  if ((parameter !== 'search' && parameter !== 'mode') || rest.length === 0) return;
  if (!userSearchFields.includes(rest.join('.') as UserSearchField)) throw invalid(name);
}

function valuesOf(query: Parameters, name: string): string[] {
  const value = query[name];
  if (value === undefined) return [];
  const values = typeof value === 'string' ? [value] : [...value];
  const bad = (text: string) => text === '' || text.length > MAX_PATTERN || text.includes('\0');
  if (values.length > MAX_VALUES || values.some(bad)) throw invalid(name);
  return values;
}

function single(query: Parameters, name: string): string | undefined {
  const value = query[name];
  if (value !== undefined && typeof value !== 'string') throw invalid(name);
  return value;
}

function oneOf<T extends string>(parameter: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find(candidate => candidate === value);
  if (found === undefined) throw invalid(parameter);
  return found;
}

const invalid = (parameter: string) => new Problem('request.invalid_input', { data: { parameter } });
