/**
 * Everything that can happen to an account and is remembered. Types are named after OpenID RISC and
 * CAEP event types where those have one (`identifier-changed`, `credential-change`, …).
 */

/** Who did it. */
export type EventActor =
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'application'; readonly id: string }
  | { readonly kind: 'system' };

/** Events that subscribers are told of. */
export const webhookEvents = [
  'PostRegister',
  'PostSignIn',
  'PostResetPassword',
  'User.Created',
  'User.Deleted',
  'User.Data.Updated',
  'User.SuspensionStatus.Updated',
  'Identifier.Lockout',
  'Message.RateLimited',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/**
 * Names of the wire's catalogue that can be subscribed to and are never sent: what they tell of is out of scope, or has no
 * webhook.
 */
export const silentWebhookEvents = [
  'Role.Created',
  'Role.Deleted',
  'Role.Data.Updated',
  'Role.Scopes.Updated',
  'Scope.Created',
  'Scope.Deleted',
  'Scope.Data.Updated',
  'Organization.Created',
  'Organization.Deleted',
  'Organization.Data.Updated',
  'Organization.Membership.Updated',
  'OrganizationRole.Created',
  'OrganizationRole.Deleted',
  'OrganizationRole.Data.Updated',
  'OrganizationRole.Scopes.Updated',
  'OrganizationScope.Created',
  'OrganizationScope.Deleted',
  'OrganizationScope.Data.Updated',
] as const;

export interface EventSpec {
  /** One sentence for the reference page. */
  readonly when: string;
  /** Webhook event that carries it to subscribers, if any. */
  readonly webhook?: WebhookEvent;
  /** Whether the person is told by a notice. */
  readonly notice?: true;
}

/** Every security event. */
export const securityEvents = {
  'account-created': { when: 'A user was created, by registration or by an administrator.', webhook: 'User.Created' },
  'account-updated': {
    when: 'Name, avatar, profile or custom data changed.',
    webhook: 'User.Data.Updated',
  },
  'identifier-changed': {
    when: 'The username, primary email or primary phone was set, changed or removed (RISC identifier-changed).',
    webhook: 'User.Data.Updated',
    notice: true,
  },
  'credential-change': {
    when: 'A password or second factor was set, changed or removed (CAEP credential-change).',
    webhook: 'User.Data.Updated',
    notice: true,
  },
  'identity-linked': {
    when: 'An identity at another provider was linked to the account, or replaced the one that was.',
    webhook: 'User.Data.Updated',
    notice: true,
  },
  'identity-unlinked': {
    when: 'An identity at another provider was unlinked from the account.',
    webhook: 'User.Data.Updated',
    notice: true,
  },
  'account-disabled': {
    when: 'An administrator suspended the user (RISC account-disabled).',
    webhook: 'User.SuspensionStatus.Updated',
  },
  'account-enabled': {
    when: 'An administrator lifted the suspension (RISC account-enabled).',
    webhook: 'User.SuspensionStatus.Updated',
  },
  'account-purged': { when: 'The user was deleted (RISC account-purged).', webhook: 'User.Deleted' },
  'session-established': { when: 'The user signed in (CAEP session-established).', webhook: 'PostSignIn' },
  'device-added': {
    when: 'The user signed in on a device that they had not signed in on before; their first one is not told.',
    notice: true,
  },
  'session-revoked': { when: 'Sessions of the user were ended before their time (CAEP session-revoked).' },
  'sign-in-failed': { when: 'Somebody gave a wrong password or code for the user.' },
  'proof-given': { when: 'The user proved who they are for a sensitive change.' },
  'proof-failed': { when: 'A proof of identity failed.' },
  'identifier-lockout': {
    when: 'Too many failed attempts: the user cannot try again until the lock ends.',
    webhook: 'Identifier.Lockout',
    notice: true,
  },
  'message-rate-limited': {
    when: 'Too many codes were asked for: no more are sent for a while. Told once a window for each recipient, user and network address.',
    webhook: 'Message.RateLimited',
  },
  'lockout-released': { when: 'An administrator released a lock-out.' },
  'roles-changed': { when: 'Roles were given to or taken from the user.' },
  'settings-changed': { when: 'An administrator changed settings of the tenant.' },
  'application-changed': { when: 'An administrator created, changed or deleted an application or one of its secrets.' },
  'impersonation-granted': {
    when: 'A service got a subject token, with which an application can act as the user once.',
  },
  'impersonation-started': {
    when: 'An application exchanged a subject token for an access token of the user.',
  },
  'refresh-token-reused': {
    when: 'A refresh token was used again after its grace period: its whole family was revoked.',
  },
} as const satisfies Record<string, EventSpec>;

export type SecurityEventType = keyof typeof securityEvents;

/** Webhook events of what happened in the middle of signing in: the event's `data.interactionEvent` says where. */
const interactionWebhooks: Readonly<Record<string, readonly WebhookEvent[]>> = {
  'session-established Register': ['PostRegister'],
  'credential-change ForgotPassword': ['User.Data.Updated', 'PostResetPassword'],
};

/** The webhook events that carry an event to subscribers. */
export function webhooksOf({ type, data }: SecurityEvent): readonly WebhookEvent[] {
  const spec: EventSpec = securityEvents[type];
  return interactionWebhooks[`${type} ${String(data?.['interactionEvent'])}`] ?? (spec.webhook ? [spec.webhook] : []);
}

/** One event, as an operation emits it. The store adds id, instant, request and origin. */
export interface SecurityEvent {
  readonly type: SecurityEventType;
  /** The account that it is about; absent for settings. */
  readonly userId?: string | undefined;
  /** Default: the caller of the operation. */
  readonly actor?: EventActor | undefined;
  /** Nothing personal: names of members, methods, counts. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Personal values (old and new address): stored encrypted under the user's own key. */
  readonly personal?: Readonly<Record<string, unknown>>;
}
