import type { HookEvent, hookRoutes, User } from '@freehold/contract';
import { newRecordId } from '../lib/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { restoreSecrets } from './header-secrets.ts';
import { findHook } from './hooks.store.ts';
import { payloadOf } from './payload.ts';
import { send } from './send.ts';
import { openHook } from './stored-secrets.ts';
import type { WebhookNeeds } from './webhook-needs.ts';

/** Sends what events would send, with made-up data. */
export const testHook =
  ({ envelope, outbound }: WebhookNeeds): Operation<typeof hookRoutes.testHook> =>
  async ({ database, tenant, now }, { params: { id }, body: { events, config } }) => {
    const hook = await findHook(database, tenant.id, id);
    if (!hook) throw new Problem('entity.not_exists_with_id');
    const stored = openHook(envelope, tenant.id, hook);
    const secrets = { config: restoreSecrets(config, stored.config), signingKey: stored.signingKey };
    const outcomes = await Promise.all(
      [...new Set(events)].map(event => {
        const body = JSON.stringify(samplePayload(id, event, now));
        return send(outbound, secrets, { id: newRecordId(), body, now });
      }),
    );
    const failure = outcomes.find(outcome => !outcome.delivered);
    if (failure?.response) {
      throw new Problem('hook.endpoint_responded_with_error', {
        data: { responseStatus: failure.response.statusCode },
      });
    }
    if (failure) throw new Problem('hook.send_test_payload_failed', { data: { reason: failure.error } });
    return undefined;
  };

function samplePayload(hookId: string, topic: HookEvent, now: Date) {
  const user: User = {
    id: 'fakeuserid00',
    username: 'ada',
    primaryEmail: 'ada@example.com',
    primaryPhone: null,
    name: 'Ada Lovelace',
    avatar: null,
    customData: {},
    identities: {},
    lastSignInAt: now.getTime(),
    createdAt: now.getTime(),
    updatedAt: now.getTime(),
    profile: {},
    applicationId: null,
    cimdClientId: null,
    isSuspended: false,
    hasPassword: true,
  };
  return payloadOf({ hookId, topic, userId: user.id, createdAt: now, event: undefined, user });
}
