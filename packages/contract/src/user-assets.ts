/** Files that people upload for their own account. */
import { z } from 'zod';
import { edits, firstParty, route, scope } from './route.ts';

/** Largest picture that is taken: 20 MiB. */
export const maxAvatarBytes = 20 * 1024 * 1024;

export const userAssetRoutes = {
  uploadAvatar: route({
    method: 'POST',
    path: '/api/my-account/user-assets/avatar',
    summary: 'Upload a picture',
    description:
      'Takes a complete JPEG, PNG, GIF, WebP or BMP image of at most 20 MiB and answers with its address. It becomes the avatar by `PATCH /api/my-account`; an upload that does not become one within a day is removed. The declared type and the file name are ignored. The address is public to whoever knows it, and nobody finds it without the picture.',
    tag: 'Account',
    caller: 'account',
    guards: [scope('profile', 401), firstParty, edits('avatar')],
    file: { name: 'file', maxBytes: maxAvatarBytes },
    responses: { 200: z.object({ url: z.string() }) },
    errors: ['guard.file_size_exceeded', 'guard.mime_type_not_allowed', 'server.busy'],
  }),
} as const;
