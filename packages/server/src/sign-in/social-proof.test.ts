import { expect, test } from 'vitest';
import { createTestApp } from '../testing/create-test-app.ts';
import { openIdentity, sealIdentity } from './social-proof.ts';

test('who came back is read for the verification that has proven it, in its tenant, and nowhere else', async () => {
  const { envelope } = await createTestApp();
  const identity = {
    connectorId: 'c1',
    target: 'acme',
    provider: 'Acme',
    syncProfile: false,
    user: { id: 'ada-at-acme' },
  };
  const proven = sealIdentity(envelope, 'acme', 'v1', identity);
  expect(openIdentity(envelope, 'acme', proven)).toEqual(identity);
  expect(JSON.stringify(proven)).not.toContain('ada-at-acme');
  // One proof in the place of another, as whoever could write the row would put it there.
  expect(() => openIdentity(envelope, 'acme', { ...proven, verificationId: 'v2' })).toThrow();
  expect(() => openIdentity(envelope, 'other', proven)).toThrow();
});
