import type { MessageUsage } from '@freehold/contract';
import type { MailKey } from '@freehold/messages';
import type { Queryable } from '../database/database.ts';
import type { Origin, Tenant } from '../operation/index.ts';

/** What a message is sent in the course of; every operation's context is one. */
export interface MessageContext {
  readonly database: Queryable;
  readonly tenant: Tenant;
  readonly now: Date;
  /** The person's languages by falling preference (BCP 47 tags); without any, the tenant's fallback language is spoken. */
  readonly languages?: readonly string[];
  /** The person's language where `languages` is left out. */
  readonly locale?: string;
  /** From where it was asked for; some gateways want to know. */
  readonly origin?: Origin | undefined;
}

/** What templates may say of the person. */
export interface MessageUser {
  readonly id: string;
  readonly name: string | null;
  readonly username: string | null;
  readonly primaryEmail: string | null;
  readonly primaryPhone: string | null;
  readonly avatar: string | null;
  readonly profile: Readonly<Record<string, unknown>>;
}

/** Everything that people are told of. */
export type NoticeKind = MailKey extends infer Key
  ? Key extends `notice.${infer Kind}.subject`
    ? Kind
    : never
  : never;

/** What happened to an account, for the message that tells of it. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly at: Date;
  /** Whether an administrator or a service did it, not the person. */
  readonly byAdministrator: boolean;
  /** Former and new address, already made unreadable for strangers. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Name of the provider whose identity was linked. */
  readonly provider?: string | undefined;
  readonly ip?: string | undefined;
  /** The raw header. */
  readonly userAgent?: string | undefined;
  /** IANA name of the person's time zone. */
  readonly timeZone?: string | undefined;
}

/** One message to one person. */
export interface Message {
  /** `email` goes through the mail connector, `phone` through the one for text messages. */
  readonly channel: 'email' | 'phone';
  /** Exactly one address, normalized; a phone number in international digits without `+`. */
  readonly to: string;
  readonly usage: MessageUsage;
  readonly code?: string | undefined;
  readonly link?: string | undefined;
  /** Until when the code is good; without it, what the tenant's policy says. */
  readonly expiresAt?: Date | undefined;
  readonly user?: MessageUser | undefined;
  /** With the usage `SecurityNotice`. */
  readonly notice?: Notice | undefined;
  readonly application?: { readonly id: string; readonly name: string } | undefined;
}

/** Sends messages to people, in their language and in the words of the tenant. */
export interface Messenger {
  /**
   * Resolves once the provider has taken the message.
   * @throws Problem 501 `connector.not_found`, 400 `connector.template_not_found`, `connector.*`
   */
  send(context: MessageContext, message: Message): Promise<void>;
}
