import { describe, expect, test } from 'vitest';
import type { AccountView } from '../account-store.ts';
import { attention } from './attention.ts';
import { openSections, whereabouts } from './sections.ts';

const whole = {
  id: 'u1',
  name: 'Ada',
  avatar: null,
  profile: {},
  username: 'ada',
  primaryEmail: 'ada@example.com',
  primaryPhone: null,
  hasPassword: true,
  identities: {},
  hasSecurityVerificationMethod: true,
};

type Given = {
  readonly account?: object;
  readonly fields?: object;
  readonly profileFields?: readonly { name: string }[] | null;
};

const everything = Object.fromEntries(
  ['name', 'avatar', 'profile', 'username', 'email', 'phone', 'password', 'social'].map(field => [field, 'Edit']),
);

/** What is not looked at here is left out. */
const viewOf = ({ account = {}, fields = everything, profileFields = null }: Given = {}) =>
  ({
    account: { ...whole, ...account },
    settings: { fields, profileFields },
    experience: { signIn: { methods: [{ identifier: 'username', password: true, verificationCode: false }] } },
  }) as unknown as AccountView;

const placesOf = (given: Given) => openSections(viewOf(given)).map(({ place }) => place);

describe('the sections', () => {
  test('are those that hold something for this person', () => {
    expect(placesOf({})).toEqual(['profile', 'security']);
    expect(placesOf({ fields: { name: 'ReadOnly' } })).toEqual(['profile']);
    expect(placesOf({ fields: { social: 'ReadOnly', name: 'Off' } })).toEqual(['security']);
    expect(placesOf({ fields: {} })).toEqual([]);
  });

  test('have nothing where the scopes of the application close what the administrator opened', () => {
    expect(placesOf({ fields: { email: 'Edit' }, account: { primaryEmail: undefined } })).toEqual([]);
  });

  test('have no profile where the administrator names no field of it', () => {
    expect(placesOf({ profileFields: [] })).toEqual(['security']);
    expect(placesOf({ fields: { name: 'Edit' }, profileFields: [{ name: 'nickname' }] })).toEqual([]);
  });
});

describe('a place', () => {
  test.each([
    ['', { at: 'page', page: '', section: '' }],
    ['profile', { at: 'page', page: 'profile', section: 'profile' }],
    ['security/', { at: 'page', page: 'security', section: 'security' }],
    ['security/email', { at: 'page', page: 'security/email', section: 'security' }],
    ['security/linked/google', { at: 'page', page: 'security/linked', section: 'security' }],
    ['shoes', { at: 'nowhere' }],
    ['security/shoes', { at: 'nowhere' }],
    ['profile/name', { at: 'nowhere' }],
    ['constructor', { at: 'nowhere' }],
  ])('“%s” is found', (place, expected) => {
    expect(whereabouts(viewOf(), place)).toEqual(expected);
  });

  test('is closed where the account does not have it', () => {
    const view = viewOf({ fields: { name: 'Edit', username: 'ReadOnly' } });
    expect(whereabouts(view, 'security/email')).toEqual({ at: 'closed', section: 'security' });
    expect(whereabouts(view, 'security/username')).toMatchObject({ at: 'page' });
    expect(whereabouts(viewOf({ fields: {} }), 'profile')).toEqual({ at: 'closed', section: 'profile' });
  });

  test('is the only section there is, where one opens the account', () => {
    const only = { at: 'page', page: 'profile', section: 'profile' };
    expect(whereabouts(viewOf({ fields: { name: 'Edit' } }), '')).toEqual(only);
    expect(whereabouts(viewOf({ fields: {} }), '')).toEqual({ at: 'page', page: '', section: '' });
  });
});

describe('what needs attention', () => {
  const about = (given: Given) => attention(viewOf(given)).map(one => `${one.about} ${one.place}`);

  test('is nothing where all is well', () => {
    expect(about({})).toEqual([]);
  });

  test('is an address and a password that are missing and can be added', () => {
    const account = { primaryEmail: null, hasPassword: false, primaryPhone: '886912345678' };
    expect(about({ account })).toEqual(['no_email security/email', 'no_password security/password']);
    expect(about({ account, fields: { ...everything, email: 'ReadOnly', password: 'Off' } })).toEqual([]);
  });

  test('is first of all that there is no way to confirm who somebody is', () => {
    const account = { primaryEmail: null, hasPassword: false, hasSecurityVerificationMethod: false };
    expect(about({ account })).toEqual(['no_proof security/email']);
    expect(about({ account, fields: { ...everything, email: 'Off' } })).toEqual(['no_proof security/password']);
    expect(about({ account, fields: { phone: 'Edit' } })).toEqual(['no_proof security/phone']);
    expect(about({ account, fields: { name: 'Edit' } })).toEqual([]);
  });
});
