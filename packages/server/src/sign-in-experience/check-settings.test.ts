import { expect, it } from 'vitest';
import { checkSettings } from './check-settings.ts';

const method = { identifier: 'email', password: true, verificationCode: false, isPasswordPrimary: false } as const;

it.each([
  ['sign_in_experiences.duplicated_mfa_factors', { mfa: { factors: ['Totp', 'Totp'], policy: 'UserControlled' } }],
  ['sign_in_experiences.backup_code_cannot_be_enabled_alone', { mfa: { factors: ['BackupCode'], policy: 'NoPrompt' } }],
  [
    'sign_in_experiences.passwordless_requires_verify',
    { signUp: { identifiers: ['email'], password: true, verify: false } },
  ],
  ['request.invalid_input', { signUp: { identifiers: ['username', 'username'], password: true, verify: true } }],
  ['request.invalid_input', { signIn: { methods: [method, method] } }],
  ['request.invalid_input', { signIn: { methods: [{ ...method, password: false }] } }],
  [
    'request.invalid_input',
    { signIn: { methods: [{ ...method, identifier: 'username', password: false, verificationCode: true }] } },
  ],
  ['request.invalid_input', { passwordPolicy: { length: { min: 300 } } }],
] as const)('%s: %j', (code, change) => {
  expect(() => checkSettings(change as never)).toThrow(code);
});

it.each([
  {},
  { signUp: { identifiers: [], password: false, verify: false } },
  { signIn: { methods: [method, { ...method, identifier: 'phone', password: false, verificationCode: true }] } },
  { mfa: { factors: [], policy: 'PromptAtSignInAndSignUp' } },
  { mfa: { factors: ['Totp', 'BackupCode'], policy: 'Mandatory' } },
] as const)('allows %j', change => {
  expect(() => checkSettings(change as never)).not.toThrow();
});
