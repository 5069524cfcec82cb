/** What somebody typed and has not saved, by field, with what stood there when they began. */
export type Draft = Readonly<Record<string, { readonly typed: string; readonly before: string }>>;

// In the storage of the tab: it outlives a reload and a sign-in in between, and ends with the tab. Never passwords or codes.
const keyOf = (accountId: string, form: string) => `freehold:draft:${accountId}:${form}`;

/** The draft that was kept for a form of this account. */
export function readDraft(accountId: string, form: string): Draft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(accountId, form)) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter(([, one]) => typeof one?.typed === 'string' && typeof one?.before === 'string'),
    );
  } catch {
    // No storage, or somebody else's text in it: then there is no draft.
    return {};
  }
}

/** Keeps the draft of a form; an empty one is forgotten. */
export function keepDraft(accountId: string, form: string, draft: Draft): void {
  try {
    if (Object.keys(draft).length === 0) sessionStorage.removeItem(keyOf(accountId, form));
    else sessionStorage.setItem(keyOf(accountId, form), JSON.stringify(draft));
  } catch {
    // A tab without storage keeps what is typed as long as the page is open.
  }
}

/** What a save would change: an emptied field is unset. */
export function changesOf(
  draft: Draft,
  now: Readonly<Record<string, string>>,
): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    Object.entries(draft)
      .map(([field, { typed }]): [string, string] => [field, typed.trim()])
      .filter(([field, typed]) => typed !== (now[field] ?? ''))
      .map(([field, typed]) => [field, typed === '' ? null : typed]),
  );
}

/** Fields that somebody else has changed meanwhile, to something else than what was typed. */
export function conflictsOf(draft: Draft, now: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(draft)
    .filter(([field, { typed, before }]) => (now[field] ?? '') !== before && (now[field] ?? '') !== typed.trim())
    .map(([field]) => field);
}
