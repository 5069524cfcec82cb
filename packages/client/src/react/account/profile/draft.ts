/** What somebody typed and has not saved, by field, with what stood there when they began. */
export type Draft = Readonly<Record<string, { readonly typed: string; readonly before: string }>>;

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
