import type { hookRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { changeHook } from './change-hook.ts';
import { newSigningKey } from './stored-secrets.ts';
import type { WebhookNeeds } from './webhook-needs.ts';

/** Gives a webhook a new signing key. */
export const rotateHookSigningKey =
  (needs: WebhookNeeds): Operation<typeof hookRoutes.rotateHookSigningKey> =>
  (context, { params }) =>
    changeHook(needs, context, params.id, 'rotate-signing-key', () => ({ signingKey: newSigningKey() }));
