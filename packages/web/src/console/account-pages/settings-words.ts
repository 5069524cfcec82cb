import { plain, type Words } from '@freehold/client/react/kit';
import { accountProfileFields } from '@freehold/contract';
import type { SettingsDraft, SettingsPart } from './settings-draft.ts';

/** Tells parts apart. */
export const partKey = (part: SettingsPart): string => (typeof part === 'object' ? `field ${part.field}` : part);

/** What a part of the settings is called on the page. */
export function partName(part: SettingsPart, { text }: Words): string {
  if (typeof part === 'object') return text(`fields.name_${part.field}`);
  const names = {
    enabled: 'fields.enabled',
    profileFields: 'fields.profile_heading',
    deleteAccountUrl: 'fields.delete_url',
    customCss: 'fields.css',
    webauthnRelatedOrigins: 'fields.origins_heading',
  } as const;
  return text(names[part]);
}

/** What a part of the settings says, short enough to stand beside another value of it. */
export function partValue(part: SettingsPart, draft: SettingsDraft, { text, locale }: Words): string {
  if (typeof part === 'object') return text(`fields.access_${draft.fields[part.field]}`);
  if (part === 'enabled') return text(draft.enabled ? 'fields.enabled_on' : 'fields.enabled_off');
  if (part === 'profileFields') {
    if (draft.profileFields === undefined) return text('fields.profile_usual');
    const known = accountProfileFields.filter(name => draft.profileFields?.includes(name));
    if (known.length === 0) return text('fields.profile_empty');
    const inOrder = known.toSorted(
      (a, b) => (draft.profileFields?.indexOf(a) ?? 0) - (draft.profileFields?.indexOf(b) ?? 0),
    );
    return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(
      inOrder.map(name => text(`fields.detail_${name}`)),
    );
  }
  if (part === 'webauthnRelatedOrigins')
    return draft[part].map(origin => plain(origin, 300)).join(' · ') || text('value.notSet');
  return draft[part] === '' ? text('value.notSet') : draft[part];
}
