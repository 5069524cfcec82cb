/** The primary email and phone of a person's account. */
import { z } from 'zod';
import { Email, LookedUpId } from './formats.ts';
import { edits, firstParty, proof, route, scope } from './route.ts';

const NewIdentifierRecord = LookedUpId.describe(
  'A verified record of `POST /api/verifications/verification-code` for the new address; used up by the change',
);

/** As the wire has it: too long a number is a 422, not a malformed request. */
export const Digits = z.string().max(256).regex(/^\d+$/);

const otherSessions =
  'Other sessions of the user end unless the step-up policy keeps them, proofs given by the old one are worth nothing any more, and the old one and the new one are told.';

export const identifierRoutes = {
  changePrimaryEmail: route({
    method: ['PATCH', 'POST'],
    path: '/api/my-account/primary-email',
    summary: 'Set or change the primary email',
    description: `The new address must have been proven by the same session. ${otherSessions}`,
    tag: 'Account',
    caller: 'account',
    guards: [proof('email.change'), edits('email'), scope('email', 400), firstParty],
    ifMatch: true,
    body: z.object({ email: Email, newIdentifierVerificationRecordId: NewIdentifierRecord }),
    responses: { 204: null },
    errors: [
      'verification_record.not_found',
      'user.email_already_in_use',
      'session.email_blocklist.email_not_allowed',
      'session.email_blocklist.email_subaddressing_not_allowed',
      'entity.value_too_long',
    ],
  }),
  removePrimaryEmail: route({
    method: 'DELETE',
    path: '/api/my-account/primary-email',
    summary: 'Remove the primary email',
    description: `Refused when nothing else is left to sign in with. ${otherSessions}`,
    tag: 'Account',
    caller: 'account',
    guards: [proof('email.remove'), edits('email'), scope('email', 400), firstParty],
    ifMatch: true,
    responses: { 204: null },
    errors: ['user.last_sign_in_method_required'],
  }),
  changePrimaryPhone: route({
    method: ['PATCH', 'POST'],
    path: '/api/my-account/primary-phone',
    summary: 'Set or change the primary phone',
    description: `The new number must have been proven by the same session. ${otherSessions}`,
    tag: 'Account',
    caller: 'account',
    guards: [proof('phone.change'), edits('phone'), scope('phone', 400), firstParty],
    ifMatch: true,
    body: z.object({
      phone: Digits.describe('Country code and number, digits only'),
      newIdentifierVerificationRecordId: NewIdentifierRecord,
    }),
    responses: { 204: null },
    errors: [
      'verification_record.not_found',
      'user.phone_already_in_use',
      'user.invalid_phone',
      'entity.value_too_long',
    ],
  }),
  removePrimaryPhone: route({
    method: 'DELETE',
    path: '/api/my-account/primary-phone',
    summary: 'Remove the primary phone',
    description: `Refused when nothing else is left to sign in with. ${otherSessions}`,
    tag: 'Account',
    caller: 'account',
    guards: [proof('phone.remove'), edits('phone'), scope('phone', 400), firstParty],
    ifMatch: true,
    responses: { 204: null },
    errors: ['user.last_sign_in_method_required'],
  }),
} as const;
