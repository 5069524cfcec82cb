import type { Account, AccountCenter, PublicSignInExperience } from '@freehold/contract';
import type { Client } from '../index.ts';
import { type Problem, problemOf } from './kit/index.ts';

/** The account with what decides how it may be shown and changed. */
export interface AccountView {
  /** What the token's scopes and the field policy both open; a member that is absent is not to be shown. */
  readonly account: Account;
  /** Version of the account, for `ifMatch` of a change. */
  readonly etag: string | undefined;
  /** Which fields people may see and change. */
  readonly settings: AccountCenter;
  /** The policies of passwords and usernames, the providers, who helps. */
  readonly experience: PublicSignInExperience;
  /** When it was read, in milliseconds since the epoch. */
  readonly readAt: number;
}

export type AccountState =
  | { readonly at: 'loading' }
  | { readonly at: 'failed'; readonly problem: Problem }
  /** `stale`: reading it anew has failed; what is shown is what was read last. */
  | { readonly at: 'ready'; readonly view: AccountView; readonly stale?: Problem };

/**
 * The account of the person who is signed in, read once and kept for all who show a part of it. Everything in it comes from
 * the server: a change is shown when it was read back, never when it was sent.
 */
export class AccountStore {
  readonly #client: Client;
  readonly #listeners = new Set<() => void>();
  #state: AccountState = { at: 'loading' };
  #reading: Promise<void> | undefined;

  constructor(client: Client) {
    this.#client = client;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): AccountState => this.#state;

  /** Reads everything; calls while it is being read wait for the same answer. */
  readonly load = (): Promise<void> => {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  };

  /** Reads the account anew, whatever is under way. @throws FreeholdError, OutcomeUnknown */
  readonly refresh = async (): Promise<Account> => {
    const { body: account, etag } = await this.#client.getAccount();
    if (this.#state.at === 'ready') {
      const { view } = this.#state;
      this.#set({ at: 'ready', view: { ...view, account, etag, readAt: Date.now() } });
    }
    return account;
  };

  async #read(): Promise<void> {
    try {
      const [{ body: account, etag }, { body: settings }, { body: experience }] = await Promise.all([
        this.#client.getAccount(),
        this.#client.getPublicAccountCenter(),
        this.#client.getPublicSignInExperience(),
      ]);
      this.#set({ at: 'ready', view: { account, etag, settings, experience, readAt: Date.now() } });
    } catch (error) {
      const problem = problemOf(error);
      if (problem === undefined) throw error;
      const known = this.#state;
      this.#set(known.at === 'ready' ? { ...known, stale: problem } : { at: 'failed', problem });
    }
  }

  #set(state: AccountState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
