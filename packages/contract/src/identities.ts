/** The identities at other providers that a person links to their own account. */
import { z } from 'zod';
import { LookedUpId, Text } from './formats.ts';
import { edits, firstParty, proof, route, scope } from './route.ts';

const linkBody = z.object({
  newIdentifierVerificationRecordId: LookedUpId.describe(
    'A verified record of `POST /api/verifications/social`; used up',
  ),
});

export const identityRoutes = {
  linkIdentity: route({
    method: 'POST',
    path: '/api/my-account/identities',
    summary: 'Link an identity at another provider',
    description:
      'One identity a provider. An identity that another account has linked is refused with 422, a second one at the same provider with 400.',
    tag: 'Account',
    caller: 'account',
    guards: [edits('social'), scope('identities', 401), firstParty, proof('identity.link')],
    ifMatch: true,
    body: linkBody,
    responses: { 204: null },
    errors: ['verification_record.not_found', 'user.identity_already_in_use'],
  }),
  replaceIdentity: route({
    method: 'PUT',
    path: '/api/my-account/identities',
    summary: 'Link an identity, or replace the one at the same provider',
    tag: 'Account',
    caller: 'account',
    guards: [edits('social'), scope('identities', 401), firstParty, proof('identity.link')],
    ifMatch: true,
    body: linkBody,
    responses: { 204: null },
    errors: ['verification_record.not_found', 'user.identity_already_in_use'],
  }),
  unlinkIdentity: route({
    method: 'DELETE',
    path: '/api/my-account/identities/:target',
    summary: 'Unlink an identity',
    description: 'Refused when it is the last way to sign in.',
    tag: 'Account',
    caller: 'account',
    guards: [edits('social'), scope('identities', 400), firstParty, proof('identity.unlink')],
    ifMatch: true,
    params: z.object({ target: Text.min(1).max(128).describe('The connector’s target, such as `google`') }),
    responses: { 204: null },
    errors: ['user.identity_not_exist', 'user.last_sign_in_method_required'],
  }),
} as const;
