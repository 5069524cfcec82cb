import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ConnectorError } from '../port.ts';
import { letterMark, signInWith, socialFactory } from './factory.ts';
import { socialUser } from './user-fields.ts';

const Callback = z.object({
  code: z.string().min(1),
  userId: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  name: z.string().optional(),
  avatar: z.string().optional(),
  tokenResponse: z.record(z.string(), z.unknown()).optional(),
});

/** A provider that is not there: the callback says who somebody is. Development only. */
export const mockSocialFactory = socialFactory({
  metadata: {
    id: 'mock-social-connector',
    target: 'mock-social',
    platform: 'Universal',
    name: { en: 'Mock Social' },
    description: signInWith('Mock Social'),
    logo: letterMark('?', '#6d28d9'),
    logoDark: null,
    readme:
      '# Mock social\n\nFor tests of your application. The callback data `{ "code", "userId"?, "email"?, "phone"?, "name"?, "avatar"?, "tokenResponse"? }` says who somebody is.\n',
    formItems: [],
    isTokenStorageSupported: true,
  },
  developmentOnly: true,
  secretPaths: ['clientSecret'],
  config: z.record(z.string(), z.unknown()),
  connect: () => ({
    authorize: async ({ state, redirectUri, scope = 'email profile', connectorId, jti }) => {
      const query = new URLSearchParams({ state, redirect_uri: redirectUri, scope });
      return { authorizationUri: `http://mock-social/?${query}`, session: { state, redirectUri, connectorId, jti } };
    },
    identify: async data => {
      const callback = Callback.safeParse(data).data;
      if (!callback) throw new ConnectorError('invalid_response', 'the callback carries no code');
      const { code: _, userId = `mock-social-sub-${randomUUID()}`, tokenResponse, ...said } = callback;
      const user = socialUser({ ...said, id: userId, emailVerified: true, raw: said });
      return { user, ...(tokenResponse && { tokenResponse }) };
    },
  }),
});
