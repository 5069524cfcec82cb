import type { ErrorCode, PasswordIssueCode } from '@freehold/contract';
import type { mails } from './en/mails.ts';
import type { pages } from './en/pages.ts';

/** A sentence for every problem code and every reason why a password is refused. */
export type ErrorMessages = Readonly<Record<ErrorCode | PasswordIssueCode, string>>;

/** A key of the pages' sentences, such as `signIn.title`. */
export type PageKey = keyof typeof pages;

/** The sentences of the pages. */
export type PageMessages = Readonly<Record<PageKey, string>>;

/** A key of the mails' sentences, such as `code.sign_in.subject`. */
export type MailKey = keyof typeof mails;

/** The sentences of mails and text messages. */
export type MailMessages = Readonly<Record<MailKey, string>>;

/** All sentences of one language by section; a section is one file in the folder of each language. */
export interface Messages {
  readonly errors: ErrorMessages;
  readonly pages: PageMessages;
  readonly mails: MailMessages;
}

/** Names one sentence: its section, a dot, its key. For example `errors.auth.unauthorized` or `pages.signIn.title`. */
export type MessageId = {
  [Section in keyof Messages]: `${Section}.${keyof Messages[Section] & string}`;
}[keyof Messages];
