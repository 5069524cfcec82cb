import { z } from 'zod';
import { ConnectorError } from '../port.ts';
import { clientAuth } from './client-auth.ts';
import {
  ClientId,
  ClientSecret,
  clientIdItem,
  clientSecretItem,
  letterMark,
  placeOf,
  readme,
  Scope,
  scopeItem,
  signInWith,
  socialFactory,
} from './factory.ts';
import { type AskApi, oauth2Connector } from './oauth2-connector.ts';
import { isObject } from './provider.ts';
import { isTrue, type SocialClaims } from './user-fields.ts';

const id = 'github-universal';
const defaultScope = 'read:user user:email';

/** GitHub: OAuth 2 with a profile, and a list of addresses that says which of them are verified. */
export const githubFactory = socialFactory({
  metadata: {
    id,
    target: 'github',
    platform: 'Universal',
    name: { en: 'GitHub' },
    description: signInWith('GitHub'),
    logo: letterMark('H', '#24292f'),
    logoDark: letterMark('H', '#57606a'),
    isTokenStorageSupported: true,
    readme: readme('GitHub', 'Create an OAuth App in the developer settings of a GitHub account or organization.'),
    formItems: [clientIdItem, clientSecretItem, scopeItem(defaultScope)],
  },
  secretPaths: ['clientSecret'],
  config: z.object({ clientId: ClientId, clientSecret: ClientSecret, scope: Scope }),
  connect: (config, tools) => {
    const at = placeOf(tools, id);
    return oauth2Connector(
      {
        clientId: config.clientId,
        clientAuth: clientAuth('client_secret_post', config.clientSecret, 'HS256'),
        issuer: undefined,
        authorizationEndpoint: at('https://github.com/login/oauth/authorize'),
        tokenEndpoint: at('https://github.com/login/oauth/access_token'),
        tokenResponseType: 'query-string',
        scope: config.scope ?? defaultScope,
        parameters: {},
        read: ask => readGithub(ask, at),
      },
      tools,
    );
  },
});

async function readGithub(ask: AskApi, at: (address: string) => string): Promise<SocialClaims> {
  const profile = await ask(at('https://api.github.com/user'));
  if (!isObject(profile)) throw new ConnectorError('invalid_response', 'the profile is not an object');
  const email = await primaryEmail(ask, at('https://api.github.com/user/emails'));
  return {
    id: profile['id'],
    // The profile's own `email` is what its owner shows to the public: verified or not.
    email,
    emailVerified: email !== undefined,
    name: profile['name'] ?? profile['login'],
    avatar: profile['avatar_url'],
    raw: { userInfo: profile },
  };
}

/** The address that is both primary and verified; undefined where the scope does not show the list. */
async function primaryEmail(ask: AskApi, address: string): Promise<unknown> {
  const list = await ask(address).catch((error: unknown) => {
    if (error instanceof ConnectorError && error.code === 'social_invalid_access_token') return [];
    throw error;
  });
  if (!Array.isArray(list)) return undefined;
  const primary = list.find(one => isObject(one) && isTrue(one['primary']) && isTrue(one['verified']));
  return primary?.email;
}
