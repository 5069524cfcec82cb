/**
 * Files that people upload for their own account: pictures.
 *
 * Owns `user_assets`. Does not make one the avatar, which is a change of the account; what has become none is removed by
 * the sweep (`sessions/`).
 */
import type { userAssetRoutes } from '@freehold/contract';
import type { Handlers } from '../operation/index.ts';
import { uploadAvatar } from './upload-avatar.ts';

export { findUserAsset } from './user-assets.store.ts';

/** The operations of {@link userAssetRoutes}. */
export const userAssetHandlers = { uploadAvatar } satisfies Handlers<typeof userAssetRoutes>;
