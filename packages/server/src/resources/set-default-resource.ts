import type { resourceRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { changeResource } from './change-resource.ts';

/** Makes a resource the default one, or stops that. */
export const setDefaultResource: Operation<typeof resourceRoutes.setDefaultResource> = (context, { params, body }) =>
  changeResource(context, params.id, { is_default: body.isDefault });
