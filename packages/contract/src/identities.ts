/** The identities at other providers that a person links to their own account, and what those providers let them do. */
import { z } from 'zod';
import { LookedUpId, Text } from './formats.ts';
import { edits, firstParty, proof, route, scope } from './route.ts';

const linkBody = z.object({
  newIdentifierVerificationRecordId: LookedUpId.describe(
    'A verified record of `POST /api/verifications/social`; used up',
  ),
});

const Target = z.object({ target: Text.min(1).max(128).describe('The connector’s target, such as `google`') });

/** What an application asks the provider's own API with. The refresh token stays here. */
const ProviderAccessToken = z.object({
  access_token: z.string(),
  scope: z.string().optional(),
  token_type: z.string().optional(),
  expires_in: z.number().int().optional().describe('Seconds that are left; absent where the provider has not said'),
});
export type ProviderAccessToken = z.output<typeof ProviderAccessToken>;

/** What asking the provider for a fresh token can be answered with. */
const renewalErrors = [
  'secrets.third_party_token_set.token_not_found',
  'secrets.third_party_token_set.access_token_expired',
  'session.invalid_connector_id',
  'connector.token_storage_not_supported',
  'connector.general',
  'connector.invalid_config',
  'connector.invalid_response',
  'connector.authorization_failed',
  'connector.rate_limit_exceeded',
  'server.busy',
] as const;

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
    params: Target,
    responses: { 204: null },
    errors: ['user.identity_not_exist', 'user.last_sign_in_method_required'],
  }),
  getIdentityAccessToken: route({
    method: 'GET',
    path: '/api/my-account/identities/:target/access-token',
    summary: 'Get an access token of a provider',
    description:
      'For asking the provider’s own API. Kept where the connector has `enableTokenStorage`, since the identity was linked or last signed in with. One that has expired is renewed at the provider, where that has given a refresh token: of many requests at once one asks, all get what it got.',
    tag: 'Account',
    caller: 'account',
    guards: [scope('identities', 403)],
    params: Target,
    responses: { 200: ProviderAccessToken },
    errors: renewalErrors,
  }),
  storeIdentityAccessToken: route({
    method: 'PUT',
    path: '/api/my-account/identities/:target/access-token',
    summary: 'Store a new access token of a provider',
    description:
      'Takes the tokens of a verified record of `POST /api/verifications/social` in the place of the stored ones: after asking the person for more `scope`, or when the old ones cannot be renewed. The record must be of the linked identity, and is used up.',
    tag: 'Account',
    caller: 'account',
    guards: [scope('identities', 403)],
    params: Target,
    body: z.object({ verificationRecordId: LookedUpId.min(1) }),
    responses: { 200: ProviderAccessToken },
    errors: [
      'verification_record.not_found',
      'verification_record.social_verification.invalid_target',
      'user.identity_not_exists_in_current_user',
      'verification_record.social_verification.token_response_not_found',
    ],
  }),
  getSsoIdentityAccessToken: route({
    method: 'GET',
    path: '/api/my-account/sso-identities/:connectorId/access-token',
    summary: 'Get an access token of an enterprise’s provider',
    description:
      'Always answered 404 `secrets.third_party_token_set.token_not_found`: nobody can sign in through an enterprise’s provider (SSO) yet, so there is none whose token could be kept.',
    tag: 'Account',
    caller: 'account',
    guards: [scope('identities', 403)],
    params: z.object({ connectorId: Text.min(1).max(128) }),
    responses: { 200: ProviderAccessToken },
    errors: ['secrets.third_party_token_set.token_not_found'],
  }),
} as const;
