/** Connectors: the ways to send mail and text messages, and the providers that people sign in with. */
import { z } from 'zod';
import { CustomData, Email, Id, isWebUrl, Phone, Text } from '../formats.ts';
import { messageUsages } from '../messages.ts';
import { route } from '../route.ts';
import { isRedirectUri } from './applications.ts';

export const ConnectorType = z.enum(['Email', 'Sms', 'Social']);

/** Language tag → text; `en` is always there. */
const LocalizedText = z.object({ en: Text.max(1024) }).catchall(Text.max(1024));

/** One input of the page on which a connector is set up. */
export const ConnectorFormItem = z.object({
  key: z.string(),
  label: z.string(),
  type: z.enum(['Text', 'Number', 'MultilineText', 'Switch', 'Select', 'MultiSelect', 'Json']),
  placeholder: z.string().optional(),
  required: z.boolean().optional(),
  defaultValue: z.json().optional(),
  description: z.string().optional(),
  tooltip: z.string().optional(),
  selectItems: z.array(z.object({ value: z.string(), title: z.string() })).optional(),
  showConditions: z.array(z.object({ targetKey: z.string(), expectValue: z.json() })).optional(),
  isConfidential: z.boolean().optional().describe('Its value is a secret: masked in every answer'),
});

const described = {
  type: ConnectorType,
  target: z.string().describe('Whose identities it links: their key among the identities of a user'),
  platform: z.enum(['Native', 'Universal', 'Web']).nullable(),
  name: LocalizedText,
  description: LocalizedText,
  logo: z.string(),
  logoDark: z.string().nullable(),
  readme: z.string().describe('Markdown: how to set it up'),
  configTemplate: z.string().optional(),
  formItems: z.array(ConnectorFormItem).optional(),
  isStandard: z
    .boolean()
    .optional()
    .describe('A protocol rather than a provider: who sets it up gives target, name and logo, and there may be many'),
  isTokenStorageSupported: z.boolean().optional(),
};

/** A kind of connector. */
export const ConnectorFactory = z.object({ id: z.string(), ...described });
export type ConnectorFactory = z.output<typeof ConnectorFactory>;

const Config = CustomData.describe(
  'Keys depend on the kind; unknown ones are kept. Secrets are masked in answers; a masked value that is sent back keeps the stored one.',
);

const Picture = Text.max(64 * 1024).refine(
  value => value === '' || isWebUrl(value) || value.startsWith('data:image/'),
  {
    message: 'must be an http(s) URL or a data: URI of a picture',
  },
);

/** What a standard connector is known by. */
export const ConnectorOverrides = z.object({
  // The name would reach the prototype of the object that a user's identities are served as.
  target: Id.refine(value => value !== '__proto__', { message: 'must be another name' }).optional(),
  name: LocalizedText.optional(),
  logo: Picture.optional(),
  logoDark: Picture.nullable().optional(),
});
export type ConnectorOverrides = z.output<typeof ConnectorOverrides>;

/** A connector. */
export const Connector = z.object({
  id: z.string(),
  connectorId: z.string().describe('Id of its kind'),
  config: z.record(z.string(), z.json()).describe('Secrets are masked'),
  metadata: ConnectorOverrides,
  syncProfile: z.boolean().describe('Name and avatar of a user follow the provider’s at every sign-in'),
  enableTokenStorage: z
    .boolean()
    .describe(
      'Tokens of the provider are kept, encrypted, with the identities that it links; applications can ask for them',
    ),
  ...described,
});
export type Connector = z.output<typeof Connector>;

/** A connector that was saved, and what to know about it. */
export const SavedConnector = Connector.extend({
  warnings: z
    .array(z.object({ code: z.literal('template_missing'), usageType: z.enum(messageUsages) }))
    .optional()
    .describe('Messages for which the config has no template: the `Generic` one, or the shipped one, is sent instead'),
});
export type SavedConnector = z.output<typeof SavedConnector>;

/** Why a message could not be sent, as far as whoever sets a connector up can act on it. */
export const connectorFailures = [
  'credentials',
  'unreachable',
  'encryption',
  'timeout',
  'sender',
  'recipient',
  'refused',
] as const;
export type ConnectorFailure = (typeof connectorFailures)[number];

const ConnectorId = z.object({ id: Id });
const FactoryId = z.object({ factoryId: Id });

const callErrors = [
  'connector.general',
  'connector.invalid_config',
  'connector.invalid_response',
  'connector.insufficient_request_parameters',
  'connector.invalid_request_parameters',
  'connector.rate_limit_exceeded',
  'connector.usage_limit_exceeded',
] as const;

const savingErrors = [
  'connector.invalid_config',
  'connector.invalid_metadata',
  'connector.cannot_overwrite_metadata_for_non_standard_connector',
  'connector.multiple_target_with_same_platform',
  'connector.token_storage_not_supported',
] as const;

export const connectorRoutes = {
  listConnectors: route({
    method: 'GET',
    path: '/api/connectors',
    summary: 'List the connectors',
    description: 'One whose kind is not installed any more is left out.',
    tag: 'Management',
    caller: 'management',
    query: z.object({ target: Text.max(128).optional() }),
    responses: { 200: z.array(Connector) },
    errors: [],
  }),
  createConnector: route({
    method: 'POST',
    path: '/api/connectors',
    summary: 'Set up a connector',
    description:
      'There is one connector for mail and one for text messages: a new one takes the place of the old one. A masked secret is taken from the connector of the same kind that is there already, as long as the address that it goes to stays the same.',
    tag: 'Management',
    caller: 'management',
    body: z.object({
      connectorId: Text.max(128).describe('Id of a kind'),
      config: Config.optional(),
      metadata: ConnectorOverrides.optional(),
      syncProfile: z.boolean().optional(),
      enableTokenStorage: z.boolean().optional(),
      id: Id.optional().describe('Default: a random one'),
    }),
    responses: { 200: SavedConnector },
    errors: [
      'connector.not_found_with_connector_id',
      'connector.multiple_instances_not_supported',
      'entity.create_failed',
      ...savingErrors,
    ],
  }),
  getConnector: route({
    method: 'GET',
    path: '/api/connectors/:id',
    summary: 'Read a connector',
    tag: 'Management',
    caller: 'management',
    params: ConnectorId,
    responses: { 200: Connector },
    errors: ['entity.not_found'],
  }),
  updateConnector: route({
    method: 'PATCH',
    path: '/api/connectors/:id',
    summary: 'Change a connector',
    description:
      'Absent members are kept; `config` is replaced as a whole, within `metadata` absent members are kept. A masked secret keeps the stored one, as long as the address that it goes to stays the same: whoever may change a connector cannot have its secrets sent to a place of their own. For the same reason stored tokens of the provider are deleted when that address changes, and when `enableTokenStorage` is turned off.',
    tag: 'Management',
    caller: 'management',
    params: ConnectorId,
    body: z.object({
      config: Config.optional(),
      metadata: ConnectorOverrides.optional(),
      syncProfile: z.boolean().optional(),
      enableTokenStorage: z.boolean().optional(),
    }),
    responses: { 200: SavedConnector },
    errors: ['entity.not_found', ...savingErrors],
  }),
  deleteConnector: route({
    method: 'DELETE',
    path: '/api/connectors/:id',
    summary: 'Remove a connector',
    description: 'Identities that it has linked stay with their users, tokens of the provider do not.',
    tag: 'Management',
    caller: 'management',
    params: ConnectorId,
    responses: { 204: null },
    errors: ['entity.not_found'],
  }),
  listConnectorFactories: route({
    method: 'GET',
    path: '/api/connector-factories',
    summary: 'List the kinds of connector',
    tag: 'Management',
    caller: 'management',
    responses: { 200: z.array(ConnectorFactory) },
    errors: [],
  }),
  getConnectorFactory: route({
    method: 'GET',
    path: '/api/connector-factories/:id',
    summary: 'Read a kind of connector',
    tag: 'Management',
    caller: 'management',
    params: ConnectorId,
    responses: { 200: ConnectorFactory },
    errors: ['entity.not_found'],
  }),
  testConnector: route({
    method: 'POST',
    path: '/api/connectors/:factoryId/test',
    summary: 'Send a test message',
    description: `Really sends it, with a config that need not be saved. A masked secret is taken from the saved connector of the same kind, as long as the address that it goes to stays the same. Where it fails, \`data.reason\` says why if that is known: ${connectorFailures.join(', ')}.`,
    tag: 'Management',
    caller: 'management',
    params: FactoryId,
    body: z.object({
      email: Email.optional(),
      phone: Phone.optional().describe('Country code and number, digits only'),
      config: Config,
      locale: Text.max(64).optional().describe('Language tag of the message'),
    }),
    responses: { 204: null },
    errors: ['connector.not_found', 'connector.unexpected_type', ...callErrors],
  }),
  createConnectorAuthorizationUri: route({
    method: 'POST',
    path: '/api/connectors/:id/authorization-uri',
    summary: 'Begin to link an identity for a user',
    description:
      'Send the person to `redirectTo`; what the provider then sends to `redirectUri` goes to `POST /api/users/:userId/identities`.',
    tag: 'Management',
    caller: 'management',
    params: ConnectorId,
    body: z.object({
      state: Text.min(1).max(512).describe('Unguessable, fresh for every beginning'),
      redirectUri: Text.max(2048).refine(isRedirectUri, { message: 'must be an absolute URI without a fragment' }),
    }),
    responses: { 200: z.object({ redirectTo: z.string() }) },
    errors: ['entity.not_found', 'connector.unexpected_type', ...callErrors],
  }),
} as const;
