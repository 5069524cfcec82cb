import type { ErrorCode, PasswordIssueCode } from '@freehold/contract';
import type { account } from './en/account.ts';
import type { common } from './en/common.ts';
import type { consoleWords } from './en/console.ts';
import type { mails } from './en/mails.ts';
import type { pages } from './en/pages.ts';

/** The sentences of one file in another language than English, which says which there are. */
export type Translated<English> = Readonly<Record<keyof English, string>>;

/** A sentence for every problem code and every reason why a password is refused. */
export type ErrorMessages = Readonly<Record<ErrorCode | PasswordIssueCode, string>>;

/** A key of the sign-in pages' sentences, such as `signin.title`. */
export type PageKey = keyof typeof pages;

/** The sentences of the sign-in pages and of the demo app. */
export type PageMessages = Readonly<Record<PageKey, string>>;

/** A key of the sentences that more than one page says, such as `state.slow`. */
export type CommonKey = keyof typeof common;

/** The sentences that more than one page says. */
export type CommonMessages = Readonly<Record<CommonKey, string>>;

/** A key of the account pages' sentences, such as `email.heading`. */
export type AccountKey = keyof typeof account;

/** The sentences of the account pages. */
export type AccountMessages = Readonly<Record<AccountKey, string>>;

/** A key of the console's sentences. */
export type ConsoleKey = keyof typeof consoleWords;

/** The sentences of the console. */
export type ConsoleMessages = Readonly<Record<ConsoleKey, string>>;

/** A key of the mails' sentences, such as `code.sign_in.subject`. */
export type MailKey = keyof typeof mails;

/** The sentences of mails and text messages. */
export type MailMessages = Readonly<Record<MailKey, string>>;

/**
 * The sentences of one language that a server says, by section; a section is one file in the folder of each language. Those
 * that browsers alone say (`account`, `console`) are loaded there, one language at a time.
 */
export interface Messages {
  readonly common: CommonMessages;
  readonly errors: ErrorMessages;
  readonly pages: PageMessages;
  readonly mails: MailMessages;
}

/** Names one sentence: its section, a dot, its key. For example `errors.auth.unauthorized` or `pages.signIn.title`. */
export type MessageId = {
  [Section in keyof Messages]: `${Section}.${keyof Messages[Section] & string}`;
}[keyof Messages];
