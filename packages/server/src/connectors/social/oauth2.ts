/** Any provider that speaks OAuth 2 and tells who somebody is at an endpoint of its own. */
import { z } from 'zod';
import { clientAuth, clientAuthMethods, secretJwtAlgorithms } from './client-auth.ts';
import {
  ClientId,
  ClientSecret,
  clientAuthItems,
  clientIdItem,
  clientSecretItem,
  customItem,
  Endpoint,
  letterMark,
  optional,
  Parameters,
  readme,
  Scope,
  scopeItem,
  signInWith,
  socialFactory,
  trustItem,
} from './factory.ts';
import { oauth2Connector } from './oauth2-connector.ts';
import { readPath } from './read-path.ts';
import { type TokenResponseType, tokenResponseTypes } from './tokens.ts';
import { isTrue, type SocialClaims } from './user-fields.ts';

const Path = optional(z.string().min(1).max(256));

const ProfileMap = z.object({
  id: Path,
  email: Path,
  emailVerified: Path,
  phone: Path,
  name: Path,
  avatar: Path,
});
type ProfileMap = z.output<typeof ProfileMap>;

const configSchema = z.object({
  clientId: ClientId,
  clientSecret: ClientSecret,
  issuer: optional(z.string().max(2048)),
  authorizationEndpoint: Endpoint,
  tokenEndpoint: Endpoint,
  userInfoEndpoint: Endpoint,
  scope: Scope,
  tokenEndpointAuthMethod: optional(z.enum(clientAuthMethods)),
  clientSecretJwtSigningAlgorithm: optional(z.enum(secretJwtAlgorithms)),
  tokenEndpointResponseType: optional(z.enum(tokenResponseTypes)),
  profileMap: optional(ProfileMap),
  customConfig: Parameters,
  acceptStringTypedBooleanClaims: z.boolean().optional(),
  trustUnverifiedEmail: z.boolean().optional(),
});

/** Reads a profile by the paths of the config. Nothing in plain OAuth 2 says that an address is verified, unless it is mapped. */
export function readProfile(
  profile: unknown,
  map: ProfileMap | undefined,
  { acceptText, trustUnverifiedEmail }: { acceptText: boolean; trustUnverifiedEmail: boolean },
): SocialClaims {
  const at = (path: string) => readPath(profile, path);
  const verified = map?.emailVerified === undefined ? undefined : at(map.emailVerified);
  return {
    id: at(map?.id ?? 'id'),
    email: at(map?.email ?? 'email'),
    emailVerified: trustUnverifiedEmail || isTrue(verified, acceptText),
    name: at(map?.name ?? 'name'),
    avatar: at(map?.avatar ?? 'avatar'),
    raw: { profile },
  };
}

export const oauth2Factory = socialFactory({
  metadata: {
    id: 'oauth2',
    target: 'oauth2',
    platform: 'Universal',
    name: { en: 'OAuth 2.0' },
    description: signInWith('OAuth 2.0'),
    logo: letterMark('A', '#0f766e'),
    logoDark: null,
    isStandard: true,
    isTokenStorageSupported: true,
    readme: readme(
      'OAuth 2.0',
      `For a provider that has no OpenID Connect. Give its three endpoints, a client id and a client secret. Every request
uses the authorization code flow with PKCE (S256).

- \`profileMap\`: where id, email, name and avatar stand in the answer of the user info endpoint, as dotted paths such as
  \`data.0.id\`. \`emailVerified\` names a flag of the same answer; without it no address is believed unless
  \`trustUnverifiedEmail\` is on.
- \`tokenEndpointResponseType\`: \`query-string\` (default) or \`json\`; what the answer says of itself goes before it.`,
    ),
    formItems: [
      { key: 'authorizationEndpoint', label: 'Authorization endpoint', type: 'Text', required: true },
      { key: 'tokenEndpoint', label: 'Token endpoint', type: 'Text', required: true },
      { key: 'userInfoEndpoint', label: 'User info endpoint', type: 'Text', required: true },
      clientIdItem,
      clientSecretItem,
      {
        key: 'tokenEndpointResponseType',
        label: 'Token endpoint response type',
        type: 'Select',
        defaultValue: 'query-string',
        selectItems: [
          { value: 'query-string', title: 'As a form (query-string)' },
          { value: 'json', title: 'As JSON (json)' },
        ] satisfies { readonly value: TokenResponseType; readonly title: string }[],
      },
      ...clientAuthItems,
      scopeItem(''),
      {
        key: 'profileMap',
        label: 'Profile map',
        type: 'Json',
        defaultValue: { id: 'id', email: 'email', name: 'name', avatar: 'avatar' },
      },
      customItem,
      trustItem,
    ],
    configTemplate: JSON.stringify(
      {
        authorizationEndpoint: 'https://provider.example.com/authorize',
        tokenEndpoint: 'https://provider.example.com/token',
        userInfoEndpoint: 'https://provider.example.com/me',
        clientId: '<client-id>',
        clientSecret: '<client-secret>',
        tokenEndpointResponseType: 'json',
        profileMap: { id: 'id', email: 'email', name: 'name', avatar: 'avatar' },
      },
      null,
      2,
    ),
  },
  secretPaths: ['clientSecret'],
  secretsGoTo: ['tokenEndpoint'],
  config: configSchema,
  connect: (config, tools) =>
    oauth2Connector(
      {
        clientId: config.clientId,
        clientAuth: clientAuth(
          config.tokenEndpointAuthMethod ?? 'client_secret_post',
          config.clientSecret,
          config.clientSecretJwtSigningAlgorithm ?? 'HS256',
        ),
        issuer: config.issuer,
        authorizationEndpoint: config.authorizationEndpoint,
        tokenEndpoint: config.tokenEndpoint,
        tokenResponseType: config.tokenEndpointResponseType ?? 'query-string',
        scope: config.scope ?? '',
        parameters: config.customConfig ?? {},
        read: async ask =>
          readProfile(await ask(config.userInfoEndpoint), config.profileMap, {
            acceptText: config.acceptStringTypedBooleanClaims ?? false,
            trustUnverifiedEmail: config.trustUnverifiedEmail ?? false,
          }),
      },
      tools,
    ),
});
