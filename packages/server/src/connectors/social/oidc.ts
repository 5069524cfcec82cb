/** Any OpenID provider: what it is and where it is stands in the config. */
import { z } from 'zod';
import type { FormItem } from '../port.ts';
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
import { type OidcSettings, oidcConnector } from './oidc-connector.ts';
import { readStandardClaims } from './standard-claims.ts';

const defaultScope = 'openid profile email';

const configSchema = z
  .object({
    clientId: ClientId,
    clientSecret: ClientSecret,
    issuer: optional(Endpoint),
    authorizationEndpoint: optional(Endpoint),
    tokenEndpoint: optional(Endpoint),
    userInfoEndpoint: optional(Endpoint),
    scope: Scope,
    tokenEndpointAuthMethod: optional(z.enum(clientAuthMethods)),
    clientSecretJwtSigningAlgorithm: optional(z.enum(secretJwtAlgorithms)),
    idTokenVerificationConfig: optional(
      z.object({
        issuer: optional(z.union([z.string().min(1).max(2048), z.array(z.string().min(1).max(2048)).min(1).max(20)])),
        jwksUri: optional(Endpoint),
        allowAnyIssuer: z.boolean().optional(),
        algorithms: z
          .array(z.string().regex(/^(RS|PS|ES)(256|384|512)$|^EdDSA$|^Ed25519$/, 'must be a public key signature'))
          .min(1)
          .optional(),
        clockTolerance: z.coerce.number().int().min(0).max(300).optional(),
      }),
    ),
    authRequestOptionalConfig: optional(z.record(z.string(), z.unknown())),
    customConfig: Parameters,
    acceptStringTypedBooleanClaims: z.boolean().optional(),
    trustUnverifiedEmail: z.boolean().optional(),
  })
  .superRefine((config, context) => {
    const issuer = issuerOf(config);
    const refuse = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    const place = ['idTokenVerificationConfig', 'issuer'];
    if (issuer === undefined) {
      refuse(place, 'is required: an ID token of any issuer would be believed without it');
    } else if (typeof issuer === 'string' && !Endpoint.safeParse(issuer).success) {
      // Nothing is asked there if all addresses are given; then it is only compared.
      if (missingEndpoints(config).length > 0) refuse(place, 'must be an https URL, or all endpoints must be given');
    } else if (typeof issuer !== 'string') {
      for (const path of missingEndpoints(config)) refuse(path, 'is required where there is no single issuer to ask');
    }
  });

type Config = z.output<typeof configSchema>;

/** One issuer, a rule for several, or undefined where none is named and that is not said to be meant. */
function issuerOf({
  issuer,
  idTokenVerificationConfig: verification,
}: Pick<Config, 'issuer' | 'idTokenVerificationConfig'>): OidcSettings['issuer'] | undefined {
  const named = verification?.issuer ?? issuer;
  if (typeof named === 'string') return named;
  if (named) return claims => named.find(one => one === claims['iss']);
  if (!verification?.allowAnyIssuer) return undefined;
  return ({ iss }) => (typeof iss === 'string' && iss !== '' ? iss : undefined);
}

const missingEndpoints = (config: Partial<Config>): string[][] => [
  ...(config.authorizationEndpoint === undefined ? [['authorizationEndpoint']] : []),
  ...(config.tokenEndpoint === undefined ? [['tokenEndpoint']] : []),
  ...(config.idTokenVerificationConfig?.jwksUri === undefined ? [['idTokenVerificationConfig', 'jwksUri']] : []),
];

/** Optional parameters of OpenID Connect Core §3.1.2.1, as the config names them. */
const requestMembers = {
  display: 'display',
  prompt: 'prompt',
  maxAge: 'max_age',
  uiLocales: 'ui_locales',
  loginHint: 'login_hint',
  acrValues: 'acr_values',
  responseMode: 'response_mode',
} as const;

function requestParameters(members: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  const known = Object.entries(requestMembers).map(([key, name]) => [name, members[key]] as const);
  return Object.fromEntries(
    known.flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  );
}

const endpointItem = (key: string, label: string): FormItem => ({
  key,
  label,
  type: 'Text',
  required: false,
  description: 'Discovered at the issuer when it is left empty.',
});

export const oidcFactory = socialFactory({
  metadata: {
    id: 'oidc',
    target: 'oidc',
    platform: 'Universal',
    name: { en: 'OpenID Connect' },
    description: signInWith('OpenID Connect'),
    logo: letterMark('O', '#b45309'),
    logoDark: null,
    isStandard: true,
    isTokenStorageSupported: true,
    readme: readme(
      'OpenID Connect',
      `For any OpenID provider. Give its issuer, a client id and a client secret; the rest is discovered. Every request
uses the authorization code flow with PKCE (S256) and a nonce. The ID token must be of that issuer, for this client, fresh
and signed by one of its published keys.

- \`idTokenVerificationConfig\`: \`{ "issuer", "jwksUri" }\`, both optional when \`issuer\` is given. \`issuer\` may be a list.
  \`allowAnyIssuer: true\` believes whatever issuer the token names: only for a provider whose tokens name many, whose keys
  at \`jwksUri\` sign for nobody else.
- \`tokenEndpointAuthMethod\`: \`client_secret_post\` (default), \`client_secret_basic\` or \`client_secret_jwt\`.
- An address without \`email_verified: true\` in the same document is dropped unless \`trustUnverifiedEmail\` is on.`,
    ),
    formItems: [
      { key: 'issuer', label: 'Issuer', type: 'Text', placeholder: 'https://id.example.com' },
      endpointItem('authorizationEndpoint', 'Authorization endpoint'),
      endpointItem('tokenEndpoint', 'Token endpoint'),
      endpointItem('userInfoEndpoint', 'User info endpoint'),
      clientIdItem,
      clientSecretItem,
      ...clientAuthItems,
      scopeItem(defaultScope),
      {
        key: 'idTokenVerificationConfig',
        label: 'ID token verification',
        type: 'Json',
        description: '`issuer` and `jwksUri`, where they are not discovered.',
      },
      { key: 'authRequestOptionalConfig', label: 'Optional request parameters', type: 'Json' },
      customItem,
      { key: 'acceptStringTypedBooleanClaims', label: 'Accept “true” as true', type: 'Switch', defaultValue: false },
      trustItem,
    ],
    configTemplate: JSON.stringify(
      {
        issuer: 'https://id.example.com',
        clientId: '<client-id>',
        clientSecret: '<client-secret>',
        scope: defaultScope,
      },
      null,
      2,
    ),
  },
  secretPaths: ['clientSecret'],
  secretsGoTo: ['tokenEndpoint', 'issuer', 'idTokenVerificationConfig.issuer'],
  config: configSchema,
  connect: (config, tools) => {
    const issuer = issuerOf(config);
    if (issuer === undefined) throw new Error('a config without an issuer was not refused');
    const verification = config.idTokenVerificationConfig;
    return oidcConnector(
      {
        clientId: config.clientId,
        clientAuth: clientAuth(
          config.tokenEndpointAuthMethod ?? 'client_secret_post',
          config.clientSecret,
          config.clientSecretJwtSigningAlgorithm ?? 'HS256',
        ),
        issuer,
        endpoints: {
          authorization: config.authorizationEndpoint,
          token: config.tokenEndpoint,
          jwks: verification?.jwksUri,
          userInfo: config.userInfoEndpoint,
        },
        scope: config.scope ?? defaultScope,
        neededScopes: ['openid'],
        parameters: { ...requestParameters(config.authRequestOptionalConfig), ...config.customConfig },
        algorithms: verification?.algorithms,
        clockTolerance: verification?.clockTolerance ?? 10,
        read: readStandardClaims({
          acceptText: config.acceptStringTypedBooleanClaims ?? false,
          trustUnverifiedEmail: config.trustUnverifiedEmail ?? false,
        }),
      },
      tools,
    );
  },
});
