/** The form of a connector: what its kind asks for, as somebody types it, and the config that this becomes. */
import type { Connector, ConnectorFactory } from '@freehold/contract';
import { isSame } from '../parts/same.ts';

export type FormItem = NonNullable<ConnectorFactory['formItems']>[number];
type Config = Connector['config'];
type Json = Config[string];

/** Named texts in place of JSON, where the kind shows by its default that there is nothing else in it. */
export type Members = Readonly<Record<string, string>>;

/** What stands in one field: text, JSON as text, on or off, several choices, or named texts. */
export type Entry = string | boolean | readonly string[] | { readonly members: Members };

export type Draft = Readonly<Record<string, Entry>>;

/** Why a field cannot be sent as it stands. */
export type EntryProblem = 'missing' | 'number' | 'json';

/** What a form begins with: the config that is there, or what the kind proposes. */
export function draftOf(items: readonly FormItem[], config: Config | undefined): Draft {
  return Object.fromEntries(items.map(item => [item.key, entryOf(item, config)]));
}

function entryOf(item: FormItem, config: Config | undefined): Entry {
  // What a saved config does not name is not set: a default that is shown there would not be what is in force.
  const value = config === undefined ? proposed(item) : config[item.key];
  if (item.type === 'Switch') return value === true;
  if (item.type === 'MultiSelect') return Array.isArray(value) ? value.filter(one => typeof one === 'string') : [];
  if (item.type === 'Json') return jsonEntry(item, value);
  return value === undefined || value === null ? '' : String(value);
}

// A list that is proposed is an example: sent along, it would take the place of what is there without it.
const proposed = ({ type, defaultValue }: FormItem): Json | undefined =>
  type === 'Json' && Array.isArray(defaultValue) ? undefined : defaultValue;

function jsonEntry({ defaultValue }: FormItem, value: Json | undefined): Entry {
  const known = membersOf(defaultValue);
  if (known !== undefined && Object.keys(known).length > 0) {
    const there = value === undefined ? {} : membersOf(value);
    const fits = there !== undefined && Object.keys(there).every(key => key in known);
    if (fits) return { members: Object.fromEntries(Object.keys(known).map(key => [key, there[key] ?? ''])) };
  }
  return value === undefined || isEmpty(value) ? '' : JSON.stringify(value, null, 2);
}

function membersOf(value: Json | undefined): Members | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const texts = Object.entries(value);
  return texts.every(([, text]) => typeof text === 'string') ? (value as Members) : undefined;
}

const isEmpty = (value: Json): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** Named texts as the JSON that they stand for, to be edited as such. */
export function asJson({ members }: { readonly members: Members }): string {
  const filled = Object.fromEntries(Object.entries(members).filter(([, text]) => text !== ''));
  return isEmpty(filled) ? '' : JSON.stringify(filled, null, 2);
}

/** An example of the JSON that a field takes, where its kind gives one. */
export function exampleOf({ type, defaultValue }: FormItem): string | undefined {
  if (type !== 'Json' || defaultValue === undefined || isEmpty(defaultValue)) return undefined;
  return JSON.stringify(defaultValue, null, 2);
}

/** The items whose conditions hold. */
export function shownItems(items: readonly FormItem[], draft: Draft): readonly FormItem[] {
  return items.filter(({ showConditions = [] }) =>
    showConditions.every(({ targetKey, expectValue }) => isSame(draft[targetKey], expectValue)),
  );
}

/** The config to send, or what stands in its way. */
export type Reading = { readonly config: Config } | { readonly problems: Readonly<Record<string, EntryProblem>> };

/**
 * Reads the form. Keys that it does not know are kept, and so is what a condition hides; a secret that nobody has touched goes
 * back as the mask that came, which keeps it.
 */
export function readDraft(items: readonly FormItem[], draft: Draft, stored: Config | undefined): Reading {
  const shown = new Set(shownItems(items, draft));
  const config: Record<string, Json> = { ...stored };
  const problems: Record<string, EntryProblem> = {};
  for (const item of shown) {
    delete config[item.key];
    const read = readEntry(item, draft[item.key] ?? '', stored === undefined || item.key in stored);
    if (read === undefined) {
      if (item.required === true) problems[item.key] = 'missing';
    } else if ('problem' in read) problems[item.key] = read.problem;
    else config[item.key] = read.value;
  }
  return Object.keys(problems).length > 0 ? { problems } : { config };
}

function readEntry(
  { type }: FormItem,
  entry: Entry,
  isNamed: boolean,
): { readonly value: Json } | { readonly problem: EntryProblem } | undefined {
  if (typeof entry === 'boolean') return entry || isNamed ? { value: entry } : undefined;
  if (typeof entry === 'object' && 'members' in entry) {
    const filled = Object.fromEntries(Object.entries(entry.members).filter(([, text]) => text !== ''));
    return isEmpty(filled) ? undefined : { value: filled };
  }
  if (typeof entry === 'object') return entry.length === 0 ? undefined : { value: [...entry] };
  const typed = type === 'MultilineText' ? entry : entry.trim();
  if (typed === '') return undefined;
  if (type === 'Number') return /^\d+$/.test(typed) ? { value: Number(typed) } : { problem: 'number' };
  if (type !== 'Json') return { value: typed };
  try {
    return { value: JSON.parse(typed) as Json };
  } catch {
    return { problem: 'json' };
  }
}

/** Whether a field, or one of its members, stands for a secret. */
export function isSecret(item: FormItem, member?: string): boolean {
  if (member === undefined) return item.isConfidential === true && item.type !== 'Json';
  return item.isConfidential === true && /(?:secret|pass|password|passphrase|token|key)$/i.test(member);
}

/**
 * Items that hardly anybody needs: those at the end that are neither asked for nor a choice. They stand behind a line to open.
 */
export function seldomItems(items: readonly FormItem[]): readonly FormItem[] {
  const last = items.findLastIndex(({ required, type }) => required === true || type === 'Switch' || type === 'Select');
  const tail = items.slice(last + 1);
  return last >= 0 && tail.length > 2 ? tail : [];
}
