import type { hookRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { changeHook } from './change-hook.ts';
import { restoreSecrets } from './header-secrets.ts';
import type { WebhookNeeds } from './webhook-needs.ts';

/** Changes a webhook. */
export const updateHook =
  (needs: WebhookNeeds): Operation<typeof hookRoutes.updateHook> =>
  (context, { params, body: { name, event, events, config, enabled } }) => {
    const subscribed = events ?? (event && [event]);
    return changeHook(needs, context, params.id, 'update', stored => ({
      ...(name !== undefined && { name }),
      ...(subscribed && { events: [...new Set(subscribed)] }),
      ...(config && { config: restoreSecrets(config, stored.config) }),
      ...(enabled !== undefined && { enabled }),
    }));
  };
