import { accountFields } from '@freehold/contract';
import { describe, expect, it } from 'vitest';
import { canEdit, canRead, readableBits } from './field-policy.ts';

describe('field policy', () => {
  it('closes every field that is not named', () => {
    for (const field of accountFields) {
      expect(canRead({}, field)).toBe(false);
      expect(canEdit({}, field)).toBe(false);
    }
  });

  it.each([
    ['Off', false, false],
    ['ReadOnly', true, false],
    ['Edit', true, true],
  ] as const)('%s: readable %s, editable %s', (access, readable, editable) => {
    expect(canRead({ email: access }, 'email')).toBe(readable);
    expect(canEdit({ email: access }, 'email')).toBe(editable);
    expect(canRead({ email: access }, 'phone')).toBe(false);
  });

  it('lets passkeys follow mfa unless they have a word of their own', () => {
    expect(canEdit({ mfa: 'Edit' }, 'passkey')).toBe(true);
    expect(canRead({ mfa: 'Edit', passkey: 'Off' }, 'passkey')).toBe(false);
    expect(canEdit({ mfa: 'Off', passkey: 'Edit' }, 'passkey')).toBe(true);
    expect(canRead({ passkey: 'Edit' }, 'mfa')).toBe(false);
  });

  it('has one bit a field, in the order of the contract', () => {
    accountFields.forEach((field, index) => {
      if (field === 'mfa') return;
      expect(readableBits({ [field]: 'ReadOnly' })).toBe(1 << index);
    });
    expect(readableBits({ mfa: 'Edit' })).toBe(
      (1 << accountFields.indexOf('mfa')) | (1 << accountFields.indexOf('passkey')),
    );
    expect(readableBits({ name: 'Off' })).toBe(0);
  });
});
