import type { User, WebhookEvent } from '@freehold/contract';
import type { ReadEvent } from '../events/index.ts';

/** What a body is made of. */
export interface PayloadSource {
  readonly hookId: string;
  readonly topic: string;
  /** The account that the event is about. */
  readonly userId: string | null;
  readonly createdAt: Date;
  /** Undefined when its retention is over. */
  readonly event: Pick<ReadEvent, 'type' | 'data' | 'personal' | 'clientId'> | undefined;
  /** As it is now; undefined when it was deleted meanwhile. */
  readonly user: User | undefined;
}

/** Members of an account that leave the house: no digest, and nothing about factors. */
function publicUser(user: User) {
  const { hasPassword: _, ssoIdentities: __, passwordDigest: ___, passwordAlgorithm: ____, ...rest } = user;
  return rest;
}

/** The body of a delivery, made when it is sent: the outbox holds no copy of a person. */
export function payloadOf(source: PayloadSource): Record<string, unknown> {
  const { hookId, topic, userId, createdAt, event, user } = source;
  const { ip, userAgent } = event?.personal ?? {};
  const about = userId === null ? undefined : user ? publicUser(user) : { id: userId };
  return {
    hookId,
    event: topic,
    createdAt: createdAt.toISOString(),
    ...(typeof userAgent === 'string' && { userAgent }),
    ...(typeof ip === 'string' && { ip }),
    ...(isInteraction(topic) && {
      interactionEvent: event?.data['interactionEvent'] ?? interactionOf[topic],
      ...(typeof ip === 'string' && { userIp: ip }),
      ...(userId !== null && { userId }),
      ...(user && { user: about }),
      ...(event?.clientId && { applicationId: event.clientId }),
    }),
    data: dataOf(source, about),
  };
}

const interactionOf = { PostRegister: 'Register', PostSignIn: 'SignIn', PostResetPassword: 'ForgotPassword' } as const;
const isInteraction = (topic: string): topic is keyof typeof interactionOf => Object.hasOwn(interactionOf, topic);

function dataOf({ topic, userId, event, user }: PayloadSource, about: object | undefined): unknown {
  const subject = userId === null ? {} : { userId };
  switch (topic as WebhookEvent) {
    case 'User.Deleted':
      return { id: userId };
    case 'Identifier.Lockout':
      return { ...identifierOf(event, user), ...subject };
    case 'Message.RateLimited':
      return { ...event?.data, ...subject };
    default:
      return about ?? {};
  }
}

/** What was locked: the address or name that was tried, where the event knows it, else what the user signs in with. */
function identifierOf(event: PayloadSource['event'], user: User | undefined): { type?: string; value?: string } {
  const type = event?.data['identifier'];
  const value = event?.personal?.['value'];
  if (typeof type === 'string') return { type, ...(typeof value === 'string' && { value }) };
  if (user?.username) return { type: 'username', value: user.username };
  if (user?.primaryEmail) return { type: 'email', value: user.primaryEmail };
  if (user?.primaryPhone) return { type: 'phone', value: user.primaryPhone };
  return {};
}
