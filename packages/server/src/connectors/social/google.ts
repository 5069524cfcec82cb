import { z } from 'zod';
import { clientAuth } from './client-auth.ts';
import {
  ClientId,
  ClientSecret,
  clientIdItem,
  clientSecretItem,
  letterMark,
  optional,
  placeOf,
  promptsItem,
  readme,
  Scope,
  scopeItem,
  signInWith,
  socialFactory,
} from './factory.ts';
import { oidcConnector } from './oidc-connector.ts';
import { readStandardClaims } from './standard-claims.ts';

const id = 'google-universal';
const defaultScope = 'openid profile email';
const prompts = ['none', 'consent', 'select_account'] as const;

/** Google: OpenID Connect with a fixed issuer. */
export const googleFactory = socialFactory({
  metadata: {
    id,
    target: 'google',
    platform: 'Universal',
    name: { en: 'Google' },
    description: signInWith('Google'),
    logo: letterMark('G', '#1d4ed8'),
    logoDark: null,
    isTokenStorageSupported: true,
    readme: readme('Google', 'Create an OAuth client of the type “Web application” in the Google Cloud console.'),
    formItems: [
      clientIdItem,
      clientSecretItem,
      scopeItem(defaultScope),
      promptsItem(prompts),
      { key: 'offlineAccess', label: 'Offline access', type: 'Switch', defaultValue: false },
    ],
  },
  secretPaths: ['clientSecret'],
  config: z.object({
    clientId: ClientId,
    clientSecret: ClientSecret,
    scope: Scope,
    prompts: optional(z.array(z.enum(prompts))),
    offlineAccess: z.boolean().optional(),
    oneTap: z.record(z.string(), z.unknown()).optional(),
  }),
  connect: (config, tools) => {
    const at = placeOf(tools, id);
    return oidcConnector(
      {
        clientId: config.clientId,
        clientAuth: clientAuth('client_secret_post', config.clientSecret, 'HS256'),
        issuer: at('https://accounts.google.com'),
        endpoints: {
          authorization: at('https://accounts.google.com/o/oauth2/v2/auth'),
          token: at('https://oauth2.googleapis.com/token'),
          jwks: at('https://www.googleapis.com/oauth2/v3/certs'),
          userInfo: undefined,
        },
        scope: config.scope ?? defaultScope,
        neededScopes: ['openid'],
        parameters: {
          ...(config.prompts?.length && { prompt: config.prompts.join(' ') }),
          ...(config.offlineAccess && { access_type: 'offline' }),
        },
        algorithms: ['RS256'],
        clockTolerance: 10,
        read: readStandardClaims({ acceptText: false, trustUnverifiedEmail: false }),
      },
      tools,
    );
  },
});
