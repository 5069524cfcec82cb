/** What a third party's application may ask its users for. */
import { z } from 'zod';
import { type AccountScope, accountScopes } from '../fields.ts';
import { Id } from '../formats.ts';
import { route } from '../route.ts';

/** Scopes that every application may ask for: who the user is, and to stay signed in. */
export const reservedScopes = ['openid', 'offline_access'] as const satisfies readonly AccountScope[];

/** Scopes of the account that an administrator opens to a third party's application one by one. */
export const userScopes = accountScopes.filter(
  (scope): scope is Exclude<AccountScope, (typeof reservedScopes)[number]> =>
    !reservedScopes.some(reserved => reserved === scope),
);

/** A scope as its name and description. */
const ConsentScope = z.object({ id: z.string(), name: z.string(), description: z.string().nullable() });
const ScopesOfResource = z.object({
  resource: z.object({ id: z.string(), name: z.string(), indicator: z.string() }),
  scopes: z.array(ConsentScope),
});

/** Everything that users can be asked to allow the application. There are no organizations, so their lists are empty. */
export const UserConsentScopes = z.object({
  organizationScopes: z.array(ConsentScope),
  resourceScopes: z.array(ScopesOfResource),
  organizationResourceScopes: z.array(ScopesOfResource),
  userScopes: z.array(z.enum(userScopes)),
});
export type UserConsentScopes = z.output<typeof UserConsentScopes>;

const ScopeIds = z.array(Id).max(500);
const ApplicationId = z.object({ id: Id });

export const userConsentScopeRoutes = {
  addUserConsentScopes: route({
    method: 'POST',
    path: '/api/applications/:id/user-consent-scopes',
    summary: 'Let a third-party application ask its users for more',
    description:
      'Adds to what the application may ask for; its users still decide. `openid` and `offline_access` are always open, every other user scope is refused with `invalid_scope` until it stands here, and a scope of an API is not granted. `resourceScopes` are ids of scopes. There are no organizations: no scope of one exists.',
    tag: 'Management',
    caller: 'management',
    params: ApplicationId,
    body: z.object({
      organizationScopes: ScopeIds.optional(),
      resourceScopes: ScopeIds.optional(),
      organizationResourceScopes: ScopeIds.optional(),
      userScopes: z.array(z.enum(userScopes)).max(userScopes.length).optional(),
    }),
    responses: { 201: null },
    errors: [
      'entity.not_exists_with_id',
      'application.third_party_application_only',
      'application.user_consent_scopes_not_found',
    ],
  }),
  getUserConsentScopes: route({
    method: 'GET',
    path: '/api/applications/:id/user-consent-scopes',
    summary: 'Read what a third-party application may ask its users for',
    tag: 'Management',
    caller: 'management',
    params: ApplicationId,
    responses: { 200: UserConsentScopes },
    errors: ['entity.not_exists_with_id'],
  }),
  deleteUserConsentScope: route({
    method: 'DELETE',
    path: '/api/applications/:id/user-consent-scopes/:scopeType/:scopeId',
    summary: 'Let a third-party application ask its users for less',
    description:
      'From then on no new token has the scope, also where users have allowed it: a refresh yields one without it. Access tokens that are out keep it until they expire, within the hour. For `user-scopes` the id is the name of the scope.',
    tag: 'Management',
    caller: 'management',
    params: ApplicationId.extend({
      scopeType: z.enum(['organization-scopes', 'resource-scopes', 'organization-resource-scopes', 'user-scopes']),
      scopeId: z.string().min(1).max(128),
    }),
    responses: { 204: null },
    errors: ['entity.not_exists_with_id', 'entity.not_found'],
  }),
} as const;
