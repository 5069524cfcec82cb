import type { Account, AccountCenter, PublicSignInExperience, SignInMethods } from '@freehold/contract';
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
  /** Since when there are ways to sign in; undefined where that could not be read, and nothing is said of it. */
  readonly methods: SignInMethods | undefined;
  /** When it was read, in milliseconds since the epoch. */
  readonly readAt: number;
}

export type AccountState =
  | { readonly at: 'loading' }
  | { readonly at: 'failed'; readonly problem: Problem }
  /** `stale`: reading it anew has failed; what is shown is what was read last. */
  | { readonly at: 'ready'; readonly view: AccountView; readonly stale?: Problem };

/** How long the account waits for the dates beside it, in milliseconds. */
const longestWait = 3_000;

/**
 * The account of the person who is signed in, read once and kept for all who show a part of it. Everything in it comes from
 * the server: a change is shown when it was read back, never when it was sent.
 */
export class AccountStore {
  readonly #client: Client;
  readonly #listeners = new Set<() => void>();
  #state: AccountState = { at: 'loading' };
  #reading: Promise<void> | undefined;
  /** How many reads of the account have begun, and which of them is shown: an answer may come after that of a later one. */
  #begun = 0;
  #shown = 0;

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

  /** Reads the account anew, whatever is under way; `signal` ends the wait. @throws FreeholdError, OutcomeUnknown */
  readonly refresh = async (signal?: AbortSignal): Promise<Account> => {
    const turn = this.#begin();
    try {
      const [{ body: account, etag }, methods] = await Promise.all([
        this.#client.getAccount({ signal }),
        this.#readMethods(),
      ]);
      if (this.#state.at === 'ready' && turn > this.#shown) {
        this.#shown = turn;
        this.#set({ at: 'ready', view: { ...this.#state.view, account, etag, methods, readAt: Date.now() } });
      }
      return account;
    } catch (error) {
      const problem = problemOf(error);
      if (problem !== undefined && turn > this.#shown) this.#growStale(problem);
      throw error;
    }
  };

  #begin(): number {
    this.#begun += 1;
    return this.#begun;
  }

  async #read(): Promise<void> {
    const turn = this.#begin();
    try {
      const [{ body: account, etag }, methods, { body: settings }, { body: experience }] = await Promise.all([
        this.#client.getAccount(),
        this.#readMethods(),
        this.#client.getPublicAccountCenter(),
        this.#client.getPublicSignInExperience(),
      ]);
      const later = this.#state.at === 'ready' && turn < this.#shown ? this.#state.view : undefined;
      this.#shown = Math.max(turn, this.#shown);
      const read = { account, etag, methods, readAt: Date.now(), ...later };
      this.#set({ at: 'ready', view: { ...read, settings, experience } });
    } catch (error) {
      const problem = problemOf(error);
      if (problem === undefined) throw error;
      if (this.#state.at === 'ready') this.#growStale(problem);
      else this.#set({ at: 'failed', problem });
    }
  }

  /** Dates are the least of it: without them everything else is still there to be seen and changed. */
  async #readMethods(): Promise<SignInMethods | undefined> {
    try {
      return (await this.#client.getSignInMethods({ signal: AbortSignal.timeout(longestWait) })).body;
    } catch {
      return undefined;
    }
  }

  #growStale(problem: Problem): void {
    if (this.#state.at === 'ready') this.#set({ ...this.#state, stale: problem });
  }

  #set(state: AccountState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
