import type { Account, PublicSignInExperience } from '@freehold/contract';
import { expect, test } from 'vitest';
import { providerRows } from './providers.ts';

const connector = (target: string, more = {}) => ({
  id: `id-${target}`,
  target,
  platform: 'Web',
  name: { en: target.toUpperCase(), 'zh-TW': `${target} 中文` },
  logo: 'data:image/svg+xml,',
  logoDark: null,
  ...more,
});
const rows = (identities: unknown, ...socialConnectors: object[]) =>
  providerRows({ identities } as Account, { socialConnectors } as unknown as PublicSignInExperience, 'zh-TW');

test('what is offered comes first, in its order and the reader’s language, with what is linked', () => {
  const shown = rows(
    { b: { userId: 'u', details: { id: 'u', name: ' Mona\u202E ', email: 'mona@example.com' } } },
    connector('a'),
    connector('b'),
  );
  expect(shown).toMatchObject([
    { target: 'a', name: 'a 中文', connectorId: 'id-a' },
    { target: 'b', linked: { id: 'u', name: 'Mona', email: 'mona@example.com' } },
  ]);
});

test('what is linked at a provider that is no longer offered is shown, and can be linked nowhere', () => {
  const [row] = rows({ old: { userId: '42', details: { name: 7, email: null } } });
  expect(row).toEqual({ target: 'old', name: 'old', linked: { id: '42' } });
});

test('a provider for native applications shows only where it is linked', () => {
  expect(rows({}, connector('a', { platform: 'Native' }))).toEqual([]);
  const [row] = rows({ a: { userId: '1' } }, connector('a', { platform: 'Native' }));
  expect(row).not.toHaveProperty('connectorId');
});

test('a provider that is named like a member of every object is linked only when it is', () => {
  expect(rows({}, connector('constructor'))[0]).not.toHaveProperty('linked');
});
