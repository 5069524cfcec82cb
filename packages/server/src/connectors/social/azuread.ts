import { z } from 'zod';
import { clientAuth } from './client-auth.ts';
import {
  ClientId,
  ClientSecret,
  clientIdItem,
  clientSecretItem,
  Endpoint,
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
import { type OidcDocuments, oidcConnector } from './oidc-connector.ts';
import { isTrue, type SocialClaims } from './user-fields.ts';

const id = 'azuread-universal';
const defaultScope = 'openid profile email';
const defaultCloud = 'https://login.microsoftonline.com';
const prompts = ['login', 'none', 'consent', 'select_account'] as const;

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
/** The tenant of all personal Microsoft accounts. */
const personal = '9188040d-6c67-4c5b-b112-36a304b66dad';

/**
 * The issuer that a token must name where the application is not of one tenant by its id: that of the token's own `tid`,
 * as far as the setting admits it. A tenant that is named by its domain admits any, since its tokens come from its own
 * token endpoint.
 */
function issuerOf(cloud: string, tenant: string, { tid }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof tid !== 'string' || !guid.test(tid)) return undefined;
  if (tenant === 'consumers' && tid !== personal) return undefined;
  if (tenant === 'organizations' && tid === personal) return undefined;
  return `${cloud}/${tid}/v2.0`;
}

/**
 * Who it is: `oid`, which stays when the application is registered anew. An address is believed only where Microsoft has
 * verified that the tenant owns its domain: any administrator of any tenant can write any other.
 */
function readMicrosoft({ idToken }: OidcDocuments): SocialClaims {
  return {
    id: idToken['oid'],
    email: idToken['email'],
    emailVerified: isTrue(idToken['xms_edov'], true) || idToken['xms_edov'] === 1 || idToken['xms_edov'] === '1',
    name: idToken['name'],
    raw: idToken,
  };
}

/** Microsoft: OpenID Connect with one issuer a tenant. */
export const azureadFactory = socialFactory({
  metadata: {
    id,
    target: 'azuread',
    platform: 'Universal',
    name: { en: 'Microsoft' },
    description: signInWith('Microsoft'),
    logo: letterMark('M', '#0369a1'),
    logoDark: null,
    isTokenStorageSupported: true,
    readme: readme(
      'Microsoft',
      `Register an application in the Microsoft Entra admin center and add a client secret. \`tenantId\` is the id of your
tenant, or \`organizations\`, \`consumers\` or \`common\` for an application of many tenants.

An email address is taken over only where the token carries the optional claim \`xms_edov\`: without it any administrator
of any tenant could write any address.`,
    ),
    formItems: [
      clientIdItem,
      clientSecretItem,
      { key: 'tenantId', label: 'Tenant ID', type: 'Text', required: true, placeholder: 'common' },
      { key: 'cloudInstance', label: 'Cloud instance', type: 'Text', required: false, defaultValue: defaultCloud },
      scopeItem(defaultScope),
      promptsItem(prompts),
    ],
  },
  secretPaths: ['clientSecret'],
  config: z.object({
    clientId: ClientId,
    clientSecret: ClientSecret,
    tenantId: z
      .string()
      .trim()
      .toLowerCase()
      .max(253)
      .regex(
        /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/,
        'must be the id or a domain of a tenant, or common, organizations or consumers',
      ),
    cloudInstance: optional(Endpoint),
    scope: Scope,
    scopes: Scope,
    prompts: optional(z.array(z.enum(prompts))),
  }),
  secretsGoTo: ['cloudInstance', 'tenantId'],
  connect: (config, tools) => {
    const at = placeOf(tools, id);
    const cloud = at(config.cloudInstance ?? defaultCloud).replace(/\/+$/, '');
    const { tenantId } = config;
    return oidcConnector(
      {
        clientId: config.clientId,
        clientAuth: clientAuth('client_secret_post', config.clientSecret, 'HS256'),
        issuer: guid.test(tenantId) ? `${cloud}/${tenantId}/v2.0` : claims => issuerOf(cloud, tenantId, claims),
        endpoints: {
          authorization: `${cloud}/${tenantId}/oauth2/v2.0/authorize`,
          token: `${cloud}/${tenantId}/oauth2/v2.0/token`,
          jwks: `${cloud}/${tenantId}/discovery/v2.0/keys`,
          userInfo: undefined,
        },
        scope: config.scope ?? config.scopes ?? defaultScope,
        neededScopes: ['openid', 'profile'],
        parameters: config.prompts?.length ? { prompt: config.prompts.join(' ') } : {},
        algorithms: ['RS256'],
        clockTolerance: 10,
        read: readMicrosoft,
      },
      tools,
    );
  },
});
