import type { PageMethod } from '@freehold/contract';
import { expect, it } from 'vitest';
import { narrowWays, passwordsOnly } from './narrow-ways.ts';

const method = (identifier: PageMethod['identifier'], code = false): PageMethod => ({
  ...{ identifier, code },
  password: true,
  passwordFirst: true,
});
const settings = {
  methods: [method('username'), method('email', true)],
  signUp: { identifiers: ['username'], also: ['email'], password: true },
  forgotPassword: ['email', 'phone'],
} as const;

it('offers what the settings offer', () => {
  expect(narrowWays(settings)).toEqual(settings);
});

it('offers no more than the application asks for, and what there is where that would leave nothing', () => {
  expect(narrowWays(settings, ['email'])).toEqual({
    methods: [method('email', true)],
    signUp: settings.signUp,
    forgotPassword: ['email'],
  });
  expect(narrowWays(settings, ['phone']).methods).toEqual(settings.methods);
});

it('asks for a password beside the name only where nothing else signs in', () => {
  expect(passwordsOnly([method('username'), method('email')])).toBe(true);
  expect(passwordsOnly(settings.methods)).toBe(false);
  expect(passwordsOnly([])).toBe(false);
});
