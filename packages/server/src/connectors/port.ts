/**
 * The port: what a connector is, whoever wrote it. A factory says what it needs and makes connectors; a connector does
 * the one thing that matters. Built-in ones implement it directly; a loader of published packages can implement it by
 * calling them, also in another process, since nothing here is more than plain values, promises and one error class. What
 * it loads is then one more entry of `factories.ts`, and nothing else changes:
 *
 * | a published connector has | a factory of the port |
 * |---|---|
 * | `metadata`; `logo` and `readme` are paths of files | `metadata`, with both read in |
 * | `configGuard` | `validate`: what is wrong with it, never the value |
 * | nothing that names secrets | `secretPaths`; keys that sound like one are masked anyway |
 * | `getConfig(id)`, called for every call | the `config` of `connect` |
 * | `sendMessage({ to, type, payload, ip }, config?)` | `sendMessage`: `usage` is the `type`, `payload` is the same |
 * | `getI18nEmailTemplate(type, language)` | `content` of the message, which is filled in already |
 * | `getAuthorizationUri(request, setSession)` | `authorize`: what was set comes back as `session` |
 * | `getUserInfo(data, getSession)` | `identify`: `session` as it was; `data` with the `redirectUri` that some demand |
 * | `getTokenResponseAndUserInfo(data, getSession)` | `identify`, with the `tokenResponse` |
 * | `getAccessTokenByRefreshToken(refreshToken)` | `renew` |
 * | errors with a `code` and `data` | `ConnectorError`: codes of the list as they are, everything else `general` |
 *
 * Not for the connector to judge: `state`, deadlines, who may use a callback and how often. For the loader to judge, since
 * some packages do not: the nonce, and whether an email address is one that the provider has verified (`SocialUser`).
 */
import type { ConnectorFailure, MessageUsage } from '@freehold/contract';
import type { Outbound } from '../lib/index.ts';
import type { Inbox } from './development/inbox.ts';

/** Language tag → text; `en` is always there. */
export type LocalizedText = Readonly<Record<string, string>> & { readonly en: string };

/** One input of the settings page. */
export interface FormItem {
  /** Key in the config. */
  readonly key: string;
  readonly label: string;
  readonly type: 'Text' | 'Number' | 'MultilineText' | 'Switch' | 'Select' | 'MultiSelect' | 'Json';
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly defaultValue?: unknown;
  readonly description?: string;
  readonly tooltip?: string;
  readonly selectItems?: readonly { readonly value: string; readonly title: string }[];
  readonly showConditions?: readonly { readonly targetKey: string; readonly expectValue: unknown }[];
  /** Its value is a secret: masked in every answer. */
  readonly isConfidential?: true;
}

/** What a factory tells about its connectors. */
export interface ConnectorMetadata {
  /** The factory's id. */
  readonly id: string;
  /** Whose identities it links: the key of a linked identity. */
  readonly target: string;
  readonly platform: 'Native' | 'Universal' | 'Web' | null;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  /** `data:` URI or URL. */
  readonly logo: string;
  readonly logoDark: string | null;
  /** Markdown: how to set it up. */
  readonly readme: string;
  readonly configTemplate?: string;
  readonly formItems?: readonly FormItem[];
  /** A protocol rather than a provider: target, name and logo are set by who configures it, and there may be many. */
  readonly isStandard?: true;
  readonly isTokenStorageSupported?: true;
}

/** A config: an object with the keys of its factory, and any others, which are kept. */
export type ConnectorConfig = Readonly<Record<string, unknown>>;

/** Why a config is refused: where, and what is wrong there. Never holds the value. */
export interface ConfigIssue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What a connector is made with, beside its config. */
export interface ConnectorTools {
  readonly tenantId: string;
  /** Providers may be asked over plain http, as those of a test. */
  readonly development: boolean;
  /** The only way to ask anybody over HTTP: it keeps to deadlines, sizes and addresses. */
  readonly outbound: Outbound;
  /** Where messages go that are not to leave the house; undefined in production. */
  readonly inbox?: Inbox | undefined;
  /** Origins that are asked in place of a provider's own, by factory id: for tests. Development alone looks at it. */
  readonly providerOrigins?: Readonly<Record<string, string>> | undefined;
}

interface FactoryOf<Type extends 'Email' | 'Sms' | 'Social', Connector> {
  readonly type: Type;
  readonly metadata: ConnectorMetadata;
  /** Exists in development mode only. */
  readonly developmentOnly?: true;
  /** Paths of secrets in the config, dotted: masked in answers, kept when they come back masked. */
  readonly secretPaths: readonly string[];
  /**
   * Paths of the addresses that secrets go to, dotted. When one of them changes, masked secrets are not kept but have to
   * be sent again: else whoever may change a connector could have them delivered to a place of their own.
   */
  readonly secretsGoTo?: readonly string[];
  /** What is wrong with a config; nothing when it is good. A promise where another process is asked: never in a transaction. */
  validate(config: unknown): readonly ConfigIssue[] | Promise<readonly ConfigIssue[]>;
  /** Makes a connector of a config that `validate` found good. Cheap: opens nothing. */
  connect(config: ConnectorConfig, tools: ConnectorTools): Connector;
}

export type EmailFactory = FactoryOf<'Email', EmailConnector>;
export type SmsFactory = FactoryOf<'Sms', SmsConnector>;
export type SocialFactory = FactoryOf<'Social', SocialConnector>;
export type ConnectorFactory = EmailFactory | SmsFactory | SocialFactory;

/** What a message is about, for senders that write their own text: `code`, `locale`, `user`, `application` and more. */
export type MessagePayload = Readonly<Record<string, unknown>>;

/** A mail, rendered. */
export interface EmailContent {
  readonly subject: string;
  readonly html: string | undefined;
  readonly text: string;
  readonly replyTo?: string;
  /** Overrides the config's sender. */
  readonly sendFrom?: string;
}

export interface EmailMessage {
  /** Exactly one address, normalized. */
  readonly to: string;
  readonly usage: MessageUsage;
  readonly payload: MessagePayload;
  /** Address of whoever asked for it. */
  readonly ip?: string;
  readonly content: EmailContent;
  /** Whose words `content` was filled from; absent for the shipped ones. */
  readonly template?: object;
}

export interface SmsMessage {
  /** International digits without `+`. */
  readonly to: string;
  readonly usage: MessageUsage;
  readonly payload: MessagePayload;
  readonly ip?: string;
  readonly text: string;
}

export interface EmailConnector {
  /** @throws ConnectorError */
  sendMessage(message: EmailMessage): Promise<void>;
  /** Ends pooled connections. */
  close?(): void;
}

export interface SmsConnector {
  /** @throws ConnectorError */
  sendMessage(message: SmsMessage): Promise<void>;
  close?(): void;
}

/** Plain JSON that a connector wants back with the callback: nonce, PKCE verifier and the like. */
export type SocialSession = Readonly<Record<string, unknown>>;

export interface AuthorizationRequest {
  readonly state: string;
  readonly redirectUri: string;
  /** Id of the connector's row. */
  readonly connectorId: string;
  /** Id of the verification that the callback belongs to: unguessable, used once. */
  readonly jti: string;
  /** Overrides the configured scope. */
  readonly scope?: string;
  readonly userAgent?: string;
}

/** Who somebody is at a provider. */
export interface SocialUser {
  /** Unique and stable at the provider. */
  readonly id: string;
  /** The pinned issuer, where the protocol has one. */
  readonly issuer?: string;
  /** Only what the provider has verified, and says so in the same signed or fetched document: else absent. */
  readonly email?: string;
  readonly phone?: string;
  readonly name?: string;
  readonly avatar?: string;
  readonly rawData?: Readonly<Record<string, unknown>>;
}

/** What a provider's token endpoint has answered (RFC 6749 §5.1): nothing in it is judged. */
export type TokenResponse = Readonly<Record<string, unknown>>;

/** Who came back, and with which tokens, where the provider has given any. */
export interface Identified {
  readonly user: SocialUser;
  readonly tokenResponse?: TokenResponse;
}

export interface SocialConnector {
  /** @throws ConnectorError */
  authorize(
    request: AuthorizationRequest,
  ): Promise<{ readonly authorizationUri: string; readonly session: SocialSession }>;
  /**
   * Who came back with this callback.
   * @param data query parameters of the callback, with the `redirectUri` of the request filled in
   * @throws ConnectorError
   */
  identify(data: Readonly<Record<string, unknown>>, session: SocialSession): Promise<Identified>;
  /**
   * Fresh tokens for a refresh token; absent where there is no such thing.
   * @throws ConnectorError `authorization_failed` for one that the provider does not take (any more)
   */
  renew?(refreshToken: string): Promise<TokenResponse>;
}

/** Codes that leave the house as `connector.<code>`. */
export const connectorErrorCodes = [
  'general',
  'invalid_metadata',
  'unexpected_type',
  'invalid_request_parameters',
  'insufficient_request_parameters',
  'invalid_config',
  'invalid_certificate',
  'invalid_response',
  'template_not_found',
  'template_not_supported',
  'rate_limit_exceeded',
  'usage_limit_exceeded',
  'not_implemented',
  'social_auth_code_invalid',
  'social_invalid_access_token',
  'social_invalid_id_token',
  'authorization_failed',
] as const;
export type ConnectorErrorCode = (typeof connectorErrorCodes)[number];

/**
 * A connector could not do its work. `message` and `cause` are for the log: what a provider answered, which may hold
 * anything. Callers outside learn the code and the connector, nothing else; whoever tries a config out also the `reason`.
 */
export class ConnectorError extends Error {
  readonly code: ConnectorErrorCode;
  readonly reason: ConnectorFailure | undefined;
  constructor(
    code: ConnectorErrorCode,
    message: string,
    { reason, ...options }: { cause?: unknown; reason?: ConnectorFailure | undefined } = {},
  ) {
    super(message, options);
    this.name = 'ConnectorError';
    this.code = code;
    this.reason = reason;
  }
}
