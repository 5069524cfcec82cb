import { beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { shippedSignInExperience } from './defaults.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});

const path = '/api/sign-in-exp';
const patch = (body: unknown) => app.management('PATCH', path, body);
const read = async () => (await app.management('GET', path)).body;
const policy = { ...shippedSignInExperience.usernamePolicy };
const ignoreCase = { usernamePolicy: { ...policy, caseSensitive: false } };
const create = (username: string) => app.management('POST', '/api/users', { username });

describe('sign-in experience', () => {
  it('starts as shipped', async () => {
    expect(await read()).toEqual({ tenantId: app.tenant.id, id: 'default', ...shippedSignInExperience });
    expect(await app.request('GET', path)).toMatchObject({ status: 401 });
  });

  it('replaces members as a whole, keeps all others and tells the log', async () => {
    const body = {
      signInMode: 'SignInAndRegister',
      signUp: { identifiers: [], password: false, verify: false },
      signIn: {
        methods: ['username', 'email', 'phone'].map(identifier => ({
          identifier,
          password: true,
          verificationCode: false,
          isPasswordPrimary: false,
        })),
      },
      mfa: { factors: [], policy: 'PromptAtSignInAndSignUp' },
      branding: { logoUrl: 'https://a.test/logo.png' },
    };
    const answer = await patch(body);
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toEqual({ tenantId: app.tenant.id, id: 'default', ...shippedSignInExperience, ...body });
    expect(await app.events()).toMatchObject([
      {
        type: 'settings-changed',
        data: { settings: 'sign-in-experience', members: expect.arrayContaining(Object.keys(body)) },
      },
    ]);
    expect((await patch({ branding: {} })).body.branding).toEqual({});
    expect(await read()).toMatchObject({ mfa: body.mfa, branding: {} });
  });

  it.each([[{}], [{ tenantId: 'other', id: 'x', shoes: 1 }]])('is left alone by %j', async body => {
    const before = await read();
    expect(await patch(body)).toMatchObject({ status: 200, body: before });
    expect(await app.events()).toEqual([]);
  });

  it('clears a name and addresses by empty text', async () => {
    const addresses = { termsOfUseUrl: 'https://a.test/terms', supportEmail: 'help@a.test', displayName: 'Acme' };
    expect((await patch(addresses)).body).toMatchObject(addresses);
    expect((await patch({ termsOfUseUrl: '', supportEmail: '', displayName: ' ' })).body).toMatchObject({
      termsOfUseUrl: null,
      supportEmail: null,
      displayName: null,
    });
  });

  it.each<[string, unknown]>([
    ['no attempts at all', { sentinelPolicy: { maxAttempts: 0 } }],
    ['a partial username policy', { usernamePolicy: { caseSensitive: false } }],
    ['a username policy that allows nothing', { usernamePolicy: { ...policy, minLength: 9, maxLength: 8 } }],
    ['an unknown factor', { mfa: { factors: ['Sms'], policy: 'NoPrompt' } }],
    ['a script as an address', { termsOfUseUrl: 'javascript:alert(1)' }],
    ['an unknown mode', { signInMode: 'Both' }],
    ['a code that lives a day', { verificationCodePolicy: { expirationDuration: 86_400 } }],
  ])('refuses %s and stores nothing', async (_, body) => {
    const before = await read();
    expect(await patch(body)).toMatchObject({ status: 400, body: { code: 'guard.invalid_input' } });
    expect(await read()).toEqual(before);
  });

  it.each<[string, unknown]>([
    ['sign_in_experiences.duplicated_mfa_factors', { mfa: { factors: ['Totp', 'Totp'], policy: 'NoPrompt' } }],
    [
      'sign_in_experiences.backup_code_cannot_be_enabled_alone',
      { mfa: { factors: ['BackupCode'], policy: 'NoPrompt' } },
    ],
    [
      'sign_in_experiences.passwordless_requires_verify',
      { signUp: { identifiers: ['phone'], password: true, verify: false } },
    ],
  ])('answers %s', async (code, body) => {
    expect(await patch(body)).toMatchObject({ status: 400, body: { code } });
    expect(await app.events()).toEqual([]);
  });

  it('is not that of another tenant', async () => {
    const other = await createTestApp();
    await patch({ signInMode: 'SignIn' });
    expect((await other.management('GET', path)).body).toMatchObject({
      tenantId: other.tenant.id,
      signInMode: 'SignInAndRegister',
    });
  });
});

describe('case of usernames', () => {
  it('stops mattering, and matters again', async () => {
    await create('Ada');
    expect(await patch(ignoreCase)).toMatchObject({ status: 200, body: ignoreCase });
    expect(await create('ADA')).toMatchObject({ status: 422, body: { code: 'user.username_already_in_use' } });
    expect(await patch({ usernamePolicy: policy })).toMatchObject({ status: 200 });
    expect(await create('ADA')).toMatchObject({ status: 200 });
  });

  it('cannot stop mattering while usernames differ in nothing else', async () => {
    await create('ada');
    const { body: user } = await create('Ada');
    await app.events();
    const before = await read();
    expect(await patch({ ...ignoreCase, signInMode: 'SignIn' })).toMatchObject({
      status: 409,
      body: { code: 'sign_in_experiences.username_policy_case_conflicts_exist' },
    });
    expect(await read()).toEqual(before);
    expect(await app.events()).toEqual([]);
    await app.management('PATCH', `/api/users/${user.id}`, { username: 'Bea' });
    expect(await patch(ignoreCase)).toMatchObject({ status: 200 });
  });

  it('never lets two through while it is being changed', async () => {
    const answers = await Promise.all([
      ...['ada', 'Ada', 'aDa', 'adA'].map(create),
      patch(ignoreCase),
      ...['ADa', 'aDA', 'AdA', 'ADA'].map(create),
    ]);
    const created = answers.filter(answer => answer.status === 200 && answer.body.username).length;
    const { caseSensitive } = (await read()).usernamePolicy;
    // Either the switch came while one had the name at most, or it was refused.
    expect(caseSensitive ? created > 1 : created === 1).toBe(true);
    const ignored = await create('aDA');
    expect(ignored.status === 422 || caseSensitive).toBe(true);
  });

  it('leaves the usernames of other tenants alone', async () => {
    const other = await createTestApp();
    for (const username of ['ada', 'Ada']) await other.management('POST', '/api/users', { username });
    expect(await patch(ignoreCase)).toMatchObject({ status: 200 });
  });
});
