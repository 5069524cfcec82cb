import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SecurityEvent } from '@freehold/contract';
import type { Locale } from '@freehold/messages';
import type { Database, SqlValue, Transaction } from '../database/database.ts';
import type { Principal } from './principal.ts';

/** The tenant that a request belongs to, found by its host. */
export interface Tenant {
  readonly id: string;
  /** Public base URL without a trailing slash. Every link and redirect is made from it, never from `Host`. */
  readonly endpoint: string;
  /** `<endpoint>/oidc`. */
  readonly issuer: string;
}

/** From where a request came; personal data, kept encrypted. */
export interface Origin {
  readonly ip: string;
  readonly userAgent: string | undefined;
}

/** What happens inside one transaction of an operation. */
export interface Change {
  readonly tx: Transaction;
  /** Writes a security event and its outbox rows in the same transaction. */
  readonly emit: (event: SecurityEvent) => Promise<void>;
}

/** What every operation gets. */
export interface Context {
  readonly tenant: Tenant;
  readonly database: Database;
  /** The instant of the request: one clock for all that it writes and judges. */
  readonly now: Date;
  readonly requestId: string;
  readonly origin: Origin;
  /** Language of answers, negotiated from `Accept-Language`. */
  readonly locale: Locale;
  /**
   * The caller's languages by falling preference, as they are written in `Accept-Language`: for words in languages that we
   * do not speak.
   */
  readonly languages: readonly string[];
  /**
   * Runs `work` in one transaction together with its events and with the consumption of a single-use
   * proof. Nothing slow belongs in it: no hashing, no network.
   */
  readonly transaction: <T>(work: (change: Change) => Promise<T>) => Promise<T>;
  /**
   * The values of an event for a change that is one statement and writes its event itself, by `eventExpressions` of
   * `events/`: a transaction takes two round trips and a statement more. It consumes no proof.
   */
  readonly prepareEvent: (event: SecurityEvent) => Promise<readonly SqlValue[]>;
}

/** An operation called by an end user with their own access token. */
export interface AccountContext extends Context {
  readonly principal: Principal;
  /** ETags of `If-Match`, or undefined when the caller did not send it. */
  readonly ifMatch: readonly string[] | undefined;
  /**
   * Judges token and proofs once more, in a transaction that has locked the user. Both were good when the request came;
   * while it waited for the lock, another change may have ended the session, or changed what the proof was given by.
   * @throws Problem 401
   */
  readonly judgeAgain: (tx: Transaction) => Promise<void>;
}

/** An operation called by a service or an administrator through the Management API. */
export interface ManagementContext extends Context {
  readonly actor: { readonly kind: 'application' | 'user'; readonly id: string; readonly clientId: string };
  /** ETags of `If-Match`, or undefined when the caller did not send it. */
  readonly ifMatch: readonly string[] | undefined;
  /** Parsed `page` and `page_size`, or undefined where pagination is optional and was not asked for. */
  readonly page: { readonly limit: number; readonly offset: number } | undefined;
}

/** An operation called by a browser that is signing in. */
export interface InteractionContext extends Context {
  /** Raw request and response: the protocol engine reads and writes its cookies on them. */
  readonly interaction: { readonly request: IncomingMessage; readonly response: ServerResponse };
}
