import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InteractionEvent } from '@freehold/contract';
import type { Channel } from '../verification/index.ts';

/**
 * The port through which signing in speaks to the protocol engine: implemented by `oidc/`, handed to
 * the operations of this folder by the composition root. Signing in decides who somebody is; the
 * engine decides what an application gets for it.
 */
export interface Interactions {
  /**
   * The authorization request that the browser's interaction cookie points to.
   * @throws Problem `session.not_found` (400) without one, or with one that has expired.
   */
  find(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
  /**
   * Remembers what the person has done so far; undefined forgets it. Conditional on what was read before: a parallel
   * step loses with `session.not_found`.
   */
  saveExperience(interaction: Interaction, experience: Experience | undefined): Promise<void>;
  /**
   * The person is `accountId`: returns the absolute URL on which the authorization request goes on. Forgets the
   * experience, and is conditional as `saveExperience` is: of two at once one wins.
   */
  finishLogin(interaction: Interaction, login: FinishedLogin): Promise<string>;
  /** What the person is asked to allow, in a consent step. */
  describeConsent(interaction: Interaction): Promise<ConsentRequest>;
  /** The person allowed the application what it asked for: returns the absolute URL to go on. */
  finishConsent(interaction: Interaction): Promise<string>;
  /** The person refused: returns the absolute URL that takes `access_denied` back to the application. */
  abort(interaction: Interaction): Promise<string>;
}

/** One authorization request under way. */
export interface Interaction {
  readonly uid: string;
  readonly clientId: string;
  /** What is missing: somebody to sign in, or their consent. */
  readonly prompt: 'login' | 'consent';
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Who is signed in in this browser already, in a consent step. */
  readonly accountId: string | undefined;
  /** Scopes that are still to be consented to, by resource indicator; '' holds the OpenID scopes. */
  readonly missingScopes: Readonly<Record<string, readonly string[]>>;
  readonly firstParty: boolean;
  readonly applicationName: string;
  readonly experience: Experience | undefined;
}

/** Everything that a third party's application will be able to do once it is allowed, newly asked for or not. */
export interface ConsentRequest {
  /** OpenID scopes. */
  readonly userScopes: readonly string[];
  /** Scopes of APIs, API by API. */
  readonly resourceScopes: readonly {
    /** Name of the API. */
    readonly resource: string;
    readonly name: string;
    readonly description: string | null;
  }[];
}

/** What a person has done so far on the sign-in pages; lives in the interaction and dies with it. */
export interface Experience {
  readonly event: InteractionEvent;
  /** Proofs given or begun in this interaction, oldest first; the latest few, and the one that identified somebody. */
  readonly verifications: readonly ExperienceVerification[];
  /** Who was identified; set by the identification step only. */
  readonly userId?: string;
  /** The verification by which they were: judged once more at the end. */
  readonly identifiedBy?: string;
  /** What a new account will get. */
  readonly profile?: ChosenProfile;
  /** The forgotten password has been replaced: nothing is left but to end. */
  readonly passwordReset?: true;
}

/** What a new account will be made of, so far; a password is kept as its digest only. */
export interface ChosenProfile {
  readonly username?: string;
  readonly password?: ChosenPassword;
  /** Proven in this interaction. */
  readonly email?: string;
  /** Proven in this interaction; digits with country code. */
  readonly phone?: string;
  /** Proven in this interaction. */
  readonly social?: ProvenIdentity;
}

/** The digest of a password that was chosen for a new account. */
export interface ChosenPassword {
  readonly digest: string;
  readonly algorithm: string;
}

/** One proof within an interaction. */
export type ExperienceVerification = PasswordVerification | NewPasswordIdentity | CodeVerification | SocialVerification;

/** An identifier and the right password: the person is `userId`. */
export interface PasswordVerification {
  readonly id: string;
  readonly type: 'Password';
  readonly identifier: { readonly type: 'username' | 'email' | 'phone'; readonly value: string };
  /** The user that the proof is of. */
  readonly userId: string;
  /** When that password was set, in milliseconds since the epoch: the proof dies with the password. */
  readonly passwordUpdatedAt: number | null;
  readonly verified: boolean;
}

/** A username and a password for a new account. */
export interface NewPasswordIdentity {
  readonly id: string;
  readonly type: 'NewPasswordIdentity';
  readonly identifier: { readonly type: 'username'; readonly value: string };
  readonly password: ChosenPassword;
  readonly verified: boolean;
}

/** A code that was sent to an address; verified once it was entered. Whose the address is, is looked up when it counts. */
export interface CodeVerification {
  readonly id: string;
  readonly type: 'EmailVerificationCode' | 'PhoneVerificationCode';
  /** An email address as it was typed, a phone number as digits with country code. */
  readonly identifier: { readonly type: Channel; readonly value: string };
  /** What the message said that it is for: a code for a forgotten password serves nothing else, and no other serves that. */
  readonly event: InteractionEvent;
  /** In milliseconds since the epoch: a password that was set later undoes it. */
  readonly sentAt: number;
  readonly verified: boolean;
}

/** The way to another provider and back. */
export interface SocialVerification {
  readonly id: string;
  readonly type: 'Social';
  readonly connectorId: string;
  /** What must fit the callback, encrypted; gone once a callback has come. */
  readonly session?: string;
  /** Who came back. */
  readonly identity?: ProvenIdentity;
  readonly verified: boolean;
}

/** Somebody at a provider. */
export interface ProvenIdentity {
  /** The verification that has proven it. */
  readonly verificationId: string;
  readonly connectorId: string;
  readonly target: string;
  /** The rest, encrypted: it names people who may never become ours. */
  readonly sealed: string;
}

export interface FinishedLogin {
  readonly accountId: string;
  readonly event: InteractionEvent;
  /** The person's languages by falling preference, separated by spaces: mails to them will speak one. Undefined keeps what is known. */
  readonly languages?: string | undefined;
  /** The browser, hashed with this person's account: a new one is told to them. Undefined is not remembered. */
  readonly device?: Buffer | undefined;
  /** Recorded with the session: how and from where the person signed in. */
  readonly submission: Readonly<Record<string, unknown>>;
}
