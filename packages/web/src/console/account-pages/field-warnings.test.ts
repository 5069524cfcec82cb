import { type AccountField, accountFields, stepUpPresetActions } from '@freehold/contract';
import { expect, it } from 'vitest';
import { type Surroundings, warningsFor } from './field-warnings.ts';
import { type Choice, draftOf } from './settings-draft.ts';

const around: Surroundings = {
  policy: { preset: 'default', endOtherSessions: true, actions: stepUpPresetActions.default },
  senders: { email: true, phone: true },
  hasProviders: true,
};
const empty = draftOf({
  tenantId: 't',
  id: 'default',
  enabled: true,
  fields: {},
  webauthnRelatedOrigins: [],
  deleteAccountUrl: null,
  customCss: null,
  profileFields: null,
});
const withField = (field: AccountField, choice: Choice) => ({ ...empty, fields: { ...empty.fields, [field]: choice } });
const open = { ...around.policy.actions['email.change'], proof: 'never' } as const;
const unproven = {
  ...around.policy,
  actions: { ...around.policy.actions, 'email.change': open, 'password.set': open },
};

it.each<[AccountField, Choice, Partial<Surroundings>, readonly string[]]>([
  ['password', 'Edit', {}, []],
  ['password', 'ReadOnly', {}, ['fields.warn_password']],
  ['password', 'Off', {}, ['fields.warn_password']],
  ['password', 'Edit', { policy: unproven }, ['fields.warn_unproven']],
  ['email', 'Edit', {}, []],
  ['email', 'Off', {}, ['fields.warn_email']],
  ['email', 'Edit', { senders: { email: false, phone: true } }, ['fields.warn_email_sender']],
  ['email', 'Edit', { policy: unproven }, ['fields.warn_unproven']],
  ['email', 'ReadOnly', { policy: unproven }, ['fields.warn_email']],
  ['phone', 'Edit', { senders: { email: true, phone: false } }, ['fields.warn_phone_sender']],
  ['phone', 'Off', { senders: { email: true, phone: false } }, []],
  ['social', 'Edit', { hasProviders: false }, ['fields.warn_social']],
  ['social', 'Edit', {}, []],
  ['username', 'Off', {}, []],
])('%s at %s, %o: %o', (field, choice, more, warnings) => {
  expect(warningsFor(field, withField(field, choice), { ...around, ...more })).toEqual(warnings);
});

it('warns of details that nobody will see', () => {
  expect(warningsFor('profile', { ...empty, profileFields: ['birthdate'] }, around)).toEqual(['fields.warn_profile']);
  expect(warningsFor('profile', empty, around)).toEqual([]);
});

it('has nothing to say of most fields', () => {
  const quiet = accountFields.filter(field => warningsFor(field, withField(field, 'Edit'), around).length === 0);
  expect(quiet).toEqual([...accountFields]);
});
