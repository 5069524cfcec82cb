/** Applications: the clients that people sign in to, and services that call APIs on their own behalf. */
import { z } from 'zod';
import { CustomData, Id, isWebUrl, Text } from '../formats.ts';
import { route } from '../route.ts';

export const applicationTypes = ['Native', 'SPA', 'Traditional', 'MachineToMachine', 'Protected', 'SAML'] as const;
export type ApplicationType = (typeof applicationTypes)[number];

/** Schemes that a browser or operating system answers itself, some by running what follows: never the way back to an application. */
const dangerousSchemes: ReadonlySet<string> = new Set(
  `javascript data vbscript file blob filesystem about view-source ws wss ftp mailto tel sms intent chrome
   chrome-extension moz-extension resource jar livescript mocha`.split(/\s+/),
);

/**
 * Whether `value` may be a redirect URI: absolute, without a fragment (RFC 6749 §3.1.2), and of a scheme that leads back
 * to an application: https, http, or one of its own (RFC 8252 §7.1). Judged as a URL parser reads it, so that case,
 * control characters or spaces cannot hide a scheme.
 */
export function isRedirectUri(value: string): boolean {
  if (!URL.canParse(value) || value.includes('#') || /[\s\\]/.test(value)) return false;
  const url = new URL(value);
  const scheme = url.protocol.slice(0, -1);
  if (dangerousSchemes.has(scheme)) return false;
  // What looks like credentials makes people misread the host.
  return isWebUrl(value) ? url.username === '' && url.password === '' : true;
}

const RedirectUri = Text.max(2048).refine(isRedirectUri, {
  message: 'must be an absolute URI without a fragment, of the scheme https, http or of an application',
});
const WebUrl = Text.max(2048).refine(isWebUrl, { message: 'must be an http(s) URL' });

/** Scheme, host and port, and nothing else. */
const Origin = Text.max(512).refine(value => isWebUrl(value) && new URL(value).origin === value.replace(/\/$/, ''), {
  message: 'must be an http(s) origin',
});

/** What the OpenID provider knows of the application. */
export const OidcClientMetadata = z.object({
  redirectUris: z.array(RedirectUri).max(100),
  postLogoutRedirectUris: z.array(RedirectUri).max(100),
  backchannelLogoutUri: WebUrl.optional(),
  backchannelLogoutSessionRequired: z.boolean().optional(),
  logoUri: WebUrl.optional(),
});
export type OidcClientMetadata = z.output<typeof OidcClientMetadata>;

const Seconds = z.int().min(1).max(31_536_000);

/** What is particular to this product. Lifetimes are in seconds where nothing else is said. */
export const CustomClientMetadata = z.object({
  corsAllowedOrigins: z.array(Origin).max(100).optional(),
  idTokenTtl: Seconds.optional(),
  refreshTokenTtl: Seconds.optional(),
  refreshTokenTtlInDays: z.int().min(1).max(90).optional(),
  alwaysIssueRefreshToken: z.boolean().optional(),
  rotateRefreshToken: z.boolean().optional(),
  allowTokenExchange: z.boolean().optional(),
  isDeviceFlow: z.boolean().optional(),
  maxAllowedGrants: z.int().min(1).max(1000).nullable().optional(),
});
export type CustomClientMetadata = z.output<typeof CustomClientMetadata>;

/** An application. */
export const Application = z.object({
  tenantId: z.string(),
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  type: z.enum(applicationTypes),
  oidcClientMetadata: OidcClientMetadata,
  customClientMetadata: CustomClientMetadata,
  protectedAppMetadata: z.null(),
  customData: z.record(z.string(), z.json()),
  isThirdParty: z.boolean(),
  appLevelAccessControlEnabled: z.boolean(),
  createdAt: z.int().describe('Milliseconds since the epoch'),
});
export type Application = z.output<typeof Application>;

/** One application, with whether it may do everything through the Management API. */
const ApplicationDetail = Application.extend({ isAdmin: z.boolean() });

/** A secret of an application. */
export const ApplicationSecret = z.object({
  tenantId: z.string(),
  applicationId: z.string(),
  name: z.string(),
  value: z.string(),
  createdAt: z.int().describe('Milliseconds since the epoch'),
  expiresAt: z.int().nullable().describe('Milliseconds since the epoch'),
});
export type ApplicationSecret = z.output<typeof ApplicationSecret>;

const Name = Text.min(1).max(256);
const Description = Text.max(2048).nullable();
const SecretName = Text.min(1).max(256);

const Type = z.enum(applicationTypes);
const Flag = z.enum(['true', 'false']).transform(value => value === 'true');

const ApplicationId = z.object({ id: Id });

export const applicationRoutes = {
  createApplication: route({
    method: 'POST',
    path: '/api/applications',
    summary: 'Create an application',
    description:
      'Applications that can keep a secret (`Traditional`, `MachineToMachine`) get one; read it with `GET /api/applications/:id/secrets`.',
    tag: 'Management',
    caller: 'management',
    body: z.object({
      name: Name,
      description: Description.optional(),
      type: Type,
      oidcClientMetadata: OidcClientMetadata.partial().optional(),
      customClientMetadata: CustomClientMetadata.optional(),
      customData: CustomData.optional(),
      isThirdParty: z.boolean().optional(),
    }),
    responses: { 200: Application },
    errors: [
      'application.invalid_third_party_application_type',
      'application.third_party_application_cannot_enable_token_exchange',
      'request.feature_not_supported',
    ],
  }),
  listApplications: route({
    method: 'GET',
    path: '/api/applications',
    summary: 'List the applications',
    tag: 'Management',
    caller: 'management',
    query: z.object({
      types: z.union([Type, z.array(Type)]).optional(),
      isThirdParty: Flag.optional(),
      search: z.string().max(256).optional().describe('In id, name and description; `%` stands for any text'),
    }),
    pagination: 'optional',
    responses: { 200: z.array(Application) },
    errors: [],
  }),
  getApplication: route({
    method: 'GET',
    path: '/api/applications/:id',
    summary: 'Read an application',
    tag: 'Management',
    caller: 'management',
    params: ApplicationId,
    responses: { 200: ApplicationDetail },
    errors: ['entity.not_exists_with_id'],
  }),
  updateApplication: route({
    method: 'PATCH',
    path: '/api/applications/:id',
    summary: 'Change an application',
    description:
      'Absent members are kept, also within `oidcClientMetadata` and `customClientMetadata`; `customData` is replaced. `isAdmin` gives or takes the built-in role for the whole Management API.',
    tag: 'Management',
    caller: 'management',
    params: ApplicationId,
    body: z.object({
      name: Name.optional(),
      description: Description.optional(),
      oidcClientMetadata: OidcClientMetadata.partial().optional(),
      customClientMetadata: CustomClientMetadata.optional(),
      customData: CustomData.optional(),
      isAdmin: z.boolean().optional(),
    }),
    responses: { 200: ApplicationDetail },
    errors: [
      'entity.not_exists_with_id',
      'application.invalid_role_type',
      'application.third_party_application_cannot_enable_token_exchange',
    ],
  }),
  deleteApplication: route({
    method: 'DELETE',
    path: '/api/applications/:id',
    summary: 'Delete an application',
    tag: 'Management',
    caller: 'management',
    params: ApplicationId,
    responses: { 204: null },
    errors: ['entity.not_exists_with_id'],
  }),
  listApplicationSecrets: route({
    method: 'GET',
    path: '/api/applications/:id/secrets',
    summary: 'Read the secrets of an application',
    tag: 'Management',
    caller: 'management',
    params: ApplicationId,
    responses: { 200: z.array(ApplicationSecret) },
    errors: ['entity.not_exists_with_id'],
  }),
  createApplicationSecret: route({
    method: 'POST',
    path: '/api/applications/:id/secrets',
    summary: 'Give an application another secret',
    tag: 'Management',
    caller: 'management',
    params: ApplicationId,
    body: z.object({
      name: SecretName,
      expiresAt: z
        .int()
        .positive()
        .max(8_640_000_000_000)
        .nullable()
        .optional()
        .describe('Milliseconds since the epoch'),
    }),
    responses: { 201: ApplicationSecret },
    errors: ['entity.not_exists_with_id', 'application.secret_name_exists', 'request.feature_not_supported'],
  }),
  deleteApplicationSecret: route({
    method: 'DELETE',
    path: '/api/applications/:id/secrets/:name',
    summary: 'Delete a secret of an application',
    tag: 'Management',
    caller: 'management',
    params: ApplicationId.extend({ name: SecretName }),
    responses: { 204: null },
    errors: ['entity.not_exists_with_id', 'entity.not_found'],
  }),
} as const;
