/** Identities at other providers, as services and administrators link them to users. */
import { z } from 'zod';
import { SocialIdentity } from '../account.ts';
import { CustomData, LookedUpId, Text } from '../formats.ts';
import { route } from '../route.ts';
import { ConnectorData, callbackErrors } from '../social-verifications.ts';
import { User } from './users.ts';

const Identities = z.record(z.string(), SocialIdentity);
const UserId = z.object({ userId: Text.max(128) });
const UserTarget = UserId.extend({ target: Text.min(1).max(128).describe('The connector’s target, such as `google`') });

export const userIdentityRoutes = {
  linkUserIdentity: route({
    method: 'POST',
    path: '/api/users/:userId/identities',
    summary: 'Link an identity to a user',
    description:
      'Exchanges what a provider sent to the callback of an address made by `POST /api/connectors/:id/authorization-uri`. The `state` in `connectorData` finds that beginning, which serves once within its ten minutes.',
    tag: 'Management',
    caller: 'management',
    params: UserId,
    body: z.object({ connectorId: LookedUpId, connectorData: ConnectorData }),
    responses: { 200: Identities },
    errors: ['entity.not_found', 'user.identity_already_in_use', ...callbackErrors],
  }),
  setUserIdentity: route({
    method: 'PUT',
    path: '/api/users/:userId/identities/:target',
    summary: 'Set the identity of a user at a provider',
    description: 'Believed as it is sent: for identities that another system has verified. 201 when it is new.',
    tag: 'Management',
    caller: 'management',
    params: UserTarget,
    body: z.object({
      userId: Text.min(1).max(256).describe('The user’s id at the provider'),
      details: CustomData.optional(),
    }),
    responses: { 200: Identities, 201: Identities },
    errors: ['entity.not_found', 'user.identity_already_in_use'],
  }),
  getUserIdentity: route({
    method: 'GET',
    path: '/api/users/:userId/identities/:target',
    summary: 'Read an identity of a user',
    tag: 'Management',
    caller: 'management',
    params: UserTarget,
    responses: { 200: z.object({ identity: SocialIdentity }) },
    errors: ['entity.not_found', 'user.identity_not_exist'],
  }),
  deleteUserIdentity: route({
    method: 'DELETE',
    path: '/api/users/:userId/identities/:target',
    summary: 'Unlink an identity of a user',
    tag: 'Management',
    caller: 'management',
    params: UserTarget,
    responses: { 200: User },
    errors: ['entity.not_found', 'user.identity_not_exist'],
  }),
} as const;
