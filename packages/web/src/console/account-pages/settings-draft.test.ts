import { type AccountCenter, accountFields } from '@freehold/contract';
import { describe, expect, it } from 'vitest';
import { changedParts, changeOf, draftOf, layOver, settingsOf } from './settings-draft.ts';

const settings: AccountCenter = {
  tenantId: 't',
  id: 'default',
  enabled: true,
  fields: { name: 'Edit', email: 'ReadOnly' },
  webauthnRelatedOrigins: ['https://a.example'],
  deleteAccountUrl: null,
  customCss: null,
  profileFields: null,
};
const saved = draftOf(settings);

describe('a draft of the settings', () => {
  it('has a value for every field, and passkeys that follow', () => {
    expect(Object.keys(saved.fields)).toEqual([...accountFields]);
    expect(saved.fields).toMatchObject({ name: 'Edit', email: 'ReadOnly', phone: 'Off', passkey: 'Follow' });
  });

  it('sends every field even when one has changed, and of the rest what differs', () => {
    const draft = { ...saved, fields: { ...saved.fields, phone: 'Edit' as const } };
    const { fields, ...rest } = changeOf(saved, draft);
    expect(rest).toEqual({});
    expect(Object.keys(fields ?? {}).sort()).toEqual(accountFields.filter(field => field !== 'passkey').sort());
    expect(fields).toMatchObject({ name: 'Edit', email: 'ReadOnly', phone: 'Edit', avatar: 'Off' });
    expect(changeOf(saved, { ...saved, enabled: false, customCss: 'a{}', profileFields: [] })).toMatchObject({
      enabled: false,
      customCss: 'a{}',
      profileFields: [],
    });
    expect(changeOf({ ...saved, deleteAccountUrl: 'https://a.example' }, saved)).toMatchObject({
      deleteAccountUrl: null,
    });
    expect(changeOf(saved, { ...saved, webauthnRelatedOrigins: [] })).toMatchObject({ webauthnRelatedOrigins: [] });
  });

  it('says passkeys by their own word once they have one', () => {
    const draft = { ...saved, fields: { ...saved.fields, passkey: 'Off' as const } };
    expect(changeOf(saved, draft).fields).toHaveProperty('passkey', 'Off');
    expect(draftOf(settingsOf(settings, draft)).fields.passkey).toBe('Off');
    expect(draftOf(settingsOf(settings, saved))).toEqual(saved);
  });

  it('counts what differs in the order of the page', () => {
    const draft = {
      ...saved,
      enabled: false,
      customCss: 'a{}',
      fields: { ...saved.fields, phone: 'Edit' as const, name: 'Off' as const },
    };
    expect(changedParts(saved, saved)).toEqual([]);
    expect(changedParts(saved, draft)).toEqual(['enabled', { field: 'name' }, { field: 'phone' }, 'customCss']);
    expect(
      changedParts(saved, { ...saved, deleteAccountUrl: 'x', customCss: 'y', webauthnRelatedOrigins: [] }),
    ).toEqual(['deleteAccountUrl', 'customCss', 'webauthnRelatedOrigins']);
  });
});

describe('settings that somebody else has saved meanwhile', () => {
  const theirs = {
    ...saved,
    customCss: 'b{}',
    fields: { ...saved.fields, name: 'Off' as const, phone: 'Edit' as const },
  };

  it('keep what I have not touched, and lose what I have', () => {
    const mine = { ...saved, enabled: false, fields: { ...saved.fields, name: 'ReadOnly' as const } };
    expect(layOver(saved, mine, theirs)).toEqual({
      ...theirs,
      enabled: false,
      fields: { ...theirs.fields, name: 'ReadOnly' },
    });
    expect(layOver(saved, saved, theirs)).toEqual(theirs);
  });
});
