import {
  type AccountCenter,
  type AccountCenterChange,
  type AccountField,
  accountFields,
  type FieldAccess,
} from '@freehold/contract';

/** What the matrix offers for a field. `Follow`: passkeys without a word of their own do as two-step verification does. */
export type Choice = FieldAccess | 'Follow';

/** The settings as a form: every field has a value, an empty text stands for none. */
export interface SettingsDraft {
  readonly enabled: boolean;
  readonly fields: Readonly<Record<AccountField, Choice>>;
  /** Undefined: the pages show what they usually show. */
  readonly profileFields: readonly string[] | undefined;
  readonly deleteAccountUrl: string;
  readonly customCss: string;
  readonly webauthnRelatedOrigins: readonly string[];
}

export function draftOf(settings: AccountCenter): SettingsDraft {
  const absent = (field: AccountField): Choice => (field === 'passkey' ? 'Follow' : 'Off');
  return {
    enabled: settings.enabled,
    fields: Object.fromEntries(accountFields.map(field => [field, settings.fields[field] ?? absent(field)])) as Record<
      AccountField,
      Choice
    >,
    profileFields: settings.profileFields?.map(({ name }) => name),
    deleteAccountUrl: settings.deleteAccountUrl ?? '',
    customCss: settings.customCss ?? '',
    webauthnRelatedOrigins: settings.webauthnRelatedOrigins,
  };
}

const withoutFollow = (fields: SettingsDraft['fields']): AccountCenter['fields'] =>
  Object.fromEntries(Object.entries(fields).filter(([, choice]) => choice !== 'Follow'));

/** The settings that a draft stands for, as the pages would read them. */
export const settingsOf = (settings: AccountCenter, draft: SettingsDraft): AccountCenter => ({
  ...settings,
  enabled: draft.enabled,
  fields: withoutFollow(draft.fields),
  profileFields: draft.profileFields?.map(name => ({ name })) ?? null,
  deleteAccountUrl: draft.deleteAccountUrl || null,
  customCss: draft.customCss || null,
  webauthnRelatedOrigins: [...draft.webauthnRelatedOrigins],
});

/** One thing that differs between two states of the settings. */
export type SettingsPart =
  | 'enabled'
  | 'profileFields'
  | 'deleteAccountUrl'
  | 'customCss'
  | 'webauthnRelatedOrigins'
  | { readonly field: AccountField };

const others = ['enabled', 'profileFields', 'deleteAccountUrl', 'customCss', 'webauthnRelatedOrigins'] as const;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What differs, in the order of the page. */
export function changedParts(before: SettingsDraft, after: SettingsDraft): readonly SettingsPart[] {
  const fields = accountFields.filter(field => before.fields[field] !== after.fields[field]);
  const [enabled, ...rest] = others.filter(part => !isSame(before[part], after[part]));
  const first = enabled === 'enabled' ? [enabled] : [];
  const last = enabled === undefined || enabled === 'enabled' ? rest : [enabled, ...rest];
  return [...first, ...fields.map(field => ({ field })), ...last];
}

/**
 * What to send: every field, because the server replaces the map as a whole and takes what is left out for `Off`; of the rest
 * only what differs, so that nobody's change of another part is undone.
 */
export function changeOf(saved: SettingsDraft, draft: SettingsDraft): AccountCenterChange {
  const parts = new Set(changedParts(saved, draft));
  return {
    fields: withoutFollow(draft.fields),
    ...(parts.has('enabled') && { enabled: draft.enabled }),
    ...(parts.has('profileFields') && { profileFields: draft.profileFields?.map(name => ({ name })) ?? null }),
    ...(parts.has('deleteAccountUrl') && { deleteAccountUrl: draft.deleteAccountUrl || null }),
    ...(parts.has('customCss') && { customCss: draft.customCss || null }),
    ...(parts.has('webauthnRelatedOrigins') && { webauthnRelatedOrigins: [...draft.webauthnRelatedOrigins] }),
  };
}

/** What I changed since I began, laid over what somebody else has saved meanwhile. */
export function layOver(begun: SettingsDraft, mine: SettingsDraft, theirs: SettingsDraft): SettingsDraft {
  const changed = changedParts(begun, mine);
  const fields = changed.flatMap(part => (typeof part === 'object' ? [[part.field, mine.fields[part.field]]] : []));
  const rest = changed.filter(part => typeof part === 'string').map(part => [part, mine[part]]);
  return { ...theirs, ...Object.fromEntries(rest), fields: { ...theirs.fields, ...Object.fromEntries(fields) } };
}
