import type { resourceRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { changeResource } from './change-resource.ts';

/** Changes name, lifetime of tokens or being the default. The indicator stays: tokens in circulation name it. */
export const updateResource: Operation<typeof resourceRoutes.updateResource> = (context, { params, body }) =>
  changeResource(context, params.id, {
    ...(body.name !== undefined && { name: body.name }),
    ...(body.isDefault !== undefined && { is_default: body.isDefault }),
    ...(body.accessTokenTtl !== undefined && { access_token_ttl: body.accessTokenTtl }),
  });
