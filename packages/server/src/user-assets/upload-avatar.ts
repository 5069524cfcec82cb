import { webcrypto } from 'node:crypto';
import type { userAssetRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { imageType } from './image-type.ts';
import { keepNewest, saveUserAsset } from './user-assets.store.ts';

/** Uploads of one person that are kept while they have not become the avatar. */
const MOST = 5;

/**
 * Stores a picture and answers with its address. The address is the digest of whose picture it is and of its bytes: the
 * same upload twice is one, and nobody finds it who does not have the picture.
 */
export const uploadAvatar: Operation<(typeof userAssetRoutes)['uploadAvatar']> = async (
  { transaction, principal, tenant, now },
  { file: { bytes } },
) => {
  const type = imageType(bytes);
  if (type === undefined) throw new Problem('guard.mime_type_not_allowed');
  const { tenantId, userId } = principal;
  // In a thread: twenty megabytes would hold everybody up for a tenth of a second.
  const named = Buffer.concat([Buffer.from(`${tenantId}/${userId}/`), bytes]);
  const id = Buffer.from(await webcrypto.subtle.digest('SHA-256', named)).toString('base64url');
  await transaction(async ({ tx }) => {
    const saved = await saveUserAsset(tx, { tenantId, id, userId, type, bytes, now });
    // Deleted since the token was judged.
    if (saved === 0) throw new Problem('auth.unauthorized');
    await keepNewest(tx, tenantId, userId, MOST);
  });
  return { url: `${tenant.endpoint}/user-assets/${id}` };
};
