/** What all social factories are made with: judging a config, words and marks. */
import { z } from 'zod';
import type {
  ConfigIssue,
  ConnectorMetadata,
  ConnectorTools,
  FormItem,
  LocalizedText,
  SocialConnector,
  SocialFactory,
} from '../port.ts';
import { validateWith } from '../validate-config.ts';
import { type ClientAuthMethod, secretJwtAlgorithms } from './client-auth.ts';

/** A factory of social connectors, as its file describes it. */
export interface SocialDefinition<S extends z.ZodType> {
  readonly metadata: ConnectorMetadata;
  readonly secretPaths: readonly string[];
  readonly secretsGoTo?: readonly string[];
  readonly developmentOnly?: true;
  readonly config: S;
  readonly connect: (config: z.output<S>, tools: ConnectorTools) => SocialConnector;
}

/** One whose configs are judged by a schema, at once. */
export interface DescribedFactory extends SocialFactory {
  validate(config: unknown): readonly ConfigIssue[];
}

/** Makes a factory of its description. */
export const socialFactory = <S extends z.ZodType>({
  config: schema,
  connect,
  ...rest
}: SocialDefinition<S>): DescribedFactory => ({
  type: 'Social',
  ...rest,
  validate: validateWith(schema),
  connect: (config, tools) => connect(schema.parse(config), tools),
});

const Text = z.string().trim().min(1).max(4096);

/** Text that may be left empty, as a settings page sends what nobody has filled in. */
export const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess(value => (value === '' || value === null ? undefined : value), schema.optional());

export const ClientId = Text;
export const ClientSecret = Text;
export const Scope = optional(Text);

/** Parameters that are added to the authorization request. */
export const Parameters = optional(z.record(z.string().min(1).max(128), z.string().max(2048)));

/**
 * Address of a provider. Secrets and codes go there, so never over http (RFC 6749 §3.2) but to this machine itself, which
 * development alone may then ask.
 */
export const Endpoint = z
  .string()
  .trim()
  .max(2048)
  .refine(isAddress, { message: 'must be an https URL without credentials or fragment' });

function isAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, hash, hostname } = new URL(value);
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && isLoopback)) && username + password + hash === '';
}

/** A preset's address, at another origin where tests say so. The path stays. */
export const placeOf = (
  { development, providerOrigins }: ConnectorTools,
  factoryId: string,
): ((address: string) => string) => {
  const origin = development ? providerOrigins?.[factoryId] : undefined;
  return address => (origin === undefined ? address : address.replace(new URL(address).origin, origin));
};

/** A square with a letter: whose service it is says the name beside it. */
export const letterMark = (letter: string, background: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="10" fill="${background}"/><text x="24" y="33" font-family="system-ui,sans-serif" font-size="26" font-weight="600" text-anchor="middle" fill="#fff">${letter}</text></svg>`,
  )}`;

/** What a connector is for, in every language of the product. */
export const signInWith = (name: string): LocalizedText => ({
  en: `Sign in with ${name}`,
  'zh-TW': `使用 ${name} 登入`,
  'zh-CN': `使用 ${name} 登录`,
  ja: `${name} でサインイン`,
  fr: `Se connecter avec ${name}`,
  de: `Mit ${name} anmelden`,
  es: `Iniciar sesión con ${name}`,
});

const callbackSteps = `Register the address that your application (or this product’s sign-in page) uses as \`redirectUri\` as an allowed
redirect address at the provider. It must match exactly.`;

/** A readme: what to do at the provider, then what is alike everywhere. */
export const readme = (title: string, steps: string): string => `# ${title}\n\n${steps}\n\n${callbackSteps}\n`;

export const clientIdItem: FormItem = { key: 'clientId', label: 'Client ID', type: 'Text', required: true };
export const clientSecretItem: FormItem = {
  key: 'clientSecret',
  label: 'Client secret',
  type: 'Text',
  required: true,
  isConfidential: true,
};
/** How the token endpoint learns who we are, where that can be chosen. */
export const clientAuthItems: readonly FormItem[] = [
  {
    key: 'tokenEndpointAuthMethod',
    label: 'Token endpoint authentication method',
    type: 'Select',
    defaultValue: 'client_secret_post',
    selectItems: [
      { value: 'client_secret_post', title: 'In the body (client_secret_post)' },
      { value: 'client_secret_basic', title: 'In the header (client_secret_basic)' },
      { value: 'client_secret_jwt', title: 'As a signature (client_secret_jwt)' },
    ] satisfies { readonly value: ClientAuthMethod; readonly title: string }[],
  },
  {
    key: 'clientSecretJwtSigningAlgorithm',
    label: 'Client secret JWT signing algorithm',
    type: 'Select',
    defaultValue: 'HS256',
    selectItems: secretJwtAlgorithms.map(value => ({ value, title: value })),
    showConditions: [{ targetKey: 'tokenEndpointAuthMethod', expectValue: 'client_secret_jwt' }],
  },
];
/** What a provider is told to ask of whoever signs in: the values of `prompt` that it knows. */
export const promptsItem = (values: readonly (keyof typeof promptTitles)[]): FormItem => ({
  key: 'prompts',
  label: 'Prompts',
  type: 'MultiSelect',
  selectItems: values.map(value => ({ value, title: promptTitles[value] })),
});
const promptTitles = {
  login: 'Sign in again (login)',
  none: 'Ask nothing (none)',
  consent: 'Ask for consent (consent)',
  select_account: 'Choose an account (select_account)',
} as const;
export const scopeItem = (defaultValue: string): FormItem => ({
  key: 'scope',
  label: 'Scope',
  type: 'Text',
  required: false,
  defaultValue,
  description: 'Separated by spaces.',
});
export const trustItem: FormItem = {
  key: 'trustUnverifiedEmail',
  label: 'Trust unverified email',
  type: 'Switch',
  required: false,
  defaultValue: false,
  description:
    'Believes an address that the provider does not call verified. Whoever can write any address there can then pass for its owner here.',
};
export const customItem: FormItem = {
  key: 'customConfig',
  label: 'Additional parameters',
  type: 'Json',
  required: false,
  defaultValue: {},
  description: 'Parameters that are added to the authorization request.',
};
