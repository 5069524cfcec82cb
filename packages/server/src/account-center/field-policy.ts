import { type AccountField, accountFields, type FieldAccess, type FieldPolicy } from '@freehold/contract';

/** How far a user may go with a field. Absent is `Off`; passkeys are factors, so without a word of their own they follow `mfa`. */
export const fieldAccess = (fields: FieldPolicy, field: AccountField): FieldAccess =>
  fields[field] ?? (field === 'passkey' ? fields.mfa : undefined) ?? 'Off';

/** Whether a user may see the field. */
export const canRead = (fields: FieldPolicy, field: AccountField): boolean => fieldAccess(fields, field) !== 'Off';

/** Whether a user may change the field. */
export const canEdit = (fields: FieldPolicy, field: AccountField): boolean => fieldAccess(fields, field) === 'Edit';

/** The readable fields as bits, bit n for the n-th of `accountFields`: what the one-round-trip read of the account tests. */
export const readableBits = (fields: FieldPolicy): number =>
  accountFields.reduce((bits, field, index) => (canRead(fields, field) ? bits | (1 << index) : bits), 0);
