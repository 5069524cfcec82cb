import type { AccountScope, FieldPolicy, StepUpPolicy } from '@freehold/contract';

/**
 * Who calls the Account API, and everything about them that guards judge, read in one round trip:
 * the token, its session and grant, the user's status, and the tenant's policy.
 */
export interface Principal {
  readonly tenantId: string;
  readonly userId: string;
  readonly clientId: string | null;
  readonly scopes: ReadonlySet<string>;
  /** Absent after token exchange, where a token has a grant but no session. */
  readonly sessionUid: string | null;
  readonly grantId: string | null;
  /** False for a third party's application and for a client that can no longer be found. */
  readonly firstParty: boolean;
  readonly accountCenterEnabled: boolean;
  readonly fields: FieldPolicy;
  readonly stepUp: StepUpPolicy;
  /** Grows with every change of the account center's settings; part of the account's ETag. */
  readonly policyVersion: number;
  /** Grows with every change of the user; part of the account's ETag. */
  readonly userVersion: number;
  /** Scopes that shape the account's representation, as bits. */
  readonly scopeBits: number;
  readonly hasPassword: boolean;
  readonly hasPrimaryEmail: boolean;
  readonly hasPrimaryPhone: boolean;
  /** The wrapped key for the personal values of the user's events: an event about the caller asks for it no more. */
  readonly eventKey: string | null;
}

/** Whether the user has any way to prove who they are: the wire's "security verification method". */
export const hasSecurityMethod = (p: Pick<Principal, 'hasPassword' | 'hasPrimaryEmail' | 'hasPrimaryPhone'>): boolean =>
  p.hasPassword || p.hasPrimaryEmail || p.hasPrimaryPhone;

/** Whether the token holds `scope`. */
export const holdsScope = (p: Principal, scope: AccountScope): boolean => p.scopes.has(scope);
