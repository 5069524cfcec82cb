import type { z } from 'zod';
import type { ErrorCode } from './errors/index.ts';
import type { AccountField } from './fields.ts';
import type { SensitiveAction } from './step-up.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call a route, and with what in the hand.
 *
 * - `account`: an end user with an opaque access token, while the account center is enabled;
 * - `management`: a service (or an administrator) with a JWT for the Management API;
 * - `interaction`: a browser in the middle of signing in, known by its interaction cookie;
 * - `anyone`: no authentication.
 */
export type Caller = 'account' | 'management' | 'interaction' | 'anyone';

/** When a guard applies: always, or only if the body has a member, possibly of a certain kind. */
export interface GuardCondition {
  /** Member of the body. */
  readonly member: string;
  /** `present` (the default): sent at all; `value`: sent and not null; `null`: sent as null. */
  readonly is?: 'present' | 'value' | 'null';
}

/**
 * What must hold before the handler runs. A route lists its guards in the order in which they are
 * judged: clients switch on the one code that comes back, so the order is part of the contract.
 */
export type Guard =
  | {
      readonly kind: 'scope';
      readonly scope: string;
      /** 400 and 401 answer `auth.unauthorized`, 403 answers `auth.forbidden`. */
      readonly status: 400 | 401 | 403;
      readonly when?: GuardCondition;
    }
  | { readonly kind: 'edits'; readonly field: AccountField; readonly when?: GuardCondition }
  | { readonly kind: 'reads'; readonly field: AccountField; readonly when?: GuardCondition }
  | { readonly kind: 'firstParty'; readonly when?: GuardCondition }
  | { readonly kind: 'proof'; readonly action: SensitiveAction; readonly when?: GuardCondition };

type GuardOf<K extends Guard['kind']> = Extract<Guard, { kind: K }>;

/** The access token must hold `scope`. */
export const scope = (name: string, status: 400 | 401 | 403, when?: GuardCondition): GuardOf<'scope'> => ({
  kind: 'scope',
  scope: name,
  status,
  ...(when && { when }),
});

/** The administrator must have set the field to `Edit`. */
export const edits = (field: AccountField, when?: GuardCondition): GuardOf<'edits'> => ({
  kind: 'edits',
  field,
  ...(when && { when }),
});

/** The administrator must have set the field to `ReadOnly` or `Edit`. */
export const reads = (field: AccountField, when?: GuardCondition): GuardOf<'reads'> => ({
  kind: 'reads',
  field,
  ...(when && { when }),
});

/** The client must not be a third party's: reads stay open to those, changes do not. */
export const firstParty: GuardOf<'firstParty'> = { kind: 'firstParty' };

/**
 * A fresh proof of who the caller is, as far as the tenant's step-up policy asks one for `action`. Its type tells whether
 * it stands under a condition: the client's methods then ask for the proof, or merely take one.
 */
export function proof(action: SensitiveAction): Omit<GuardOf<'proof'>, 'when'>;
export function proof(
  action: SensitiveAction,
  when: GuardCondition,
): GuardOf<'proof'> & { readonly when: GuardCondition };
export function proof(action: SensitiveAction, when?: GuardCondition): GuardOf<'proof'> {
  return { kind: 'proof', action, ...(when && { when }) };
}

/** The body has the member. */
export const sent = (member: string): GuardCondition => ({ member });
/** The body has the member and it is not null. */
export const sentValue = (member: string): GuardCondition => ({ member, is: 'value' });
/** The body has the member as null. */
export const sentNull = (member: string): GuardCondition => ({ member, is: 'null' });

export type Schema = z.ZodType;

/** A file in the place of a JSON body: the first part of this name of a `multipart/form-data` (RFC 7578). */
export interface FilePart {
  readonly name: string;
  /** A larger one is refused with 400 `guard.file_size_exceeded`, once what else the route asks is judged. */
  readonly maxBytes: number;
}

/** A file that was sent. Nothing of what the sender says about it is believed, so nothing of it is kept. */
export interface SentFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One operation of the API, as data. Server, OpenAPI, typed client, reference pages and tests read it. */
export interface Route {
  /** More than one where two dialects of the wire differ in the verb. The first is canonical. */
  readonly method: HttpMethod | readonly [HttpMethod, ...HttpMethod[]];
  /** Path with `:name` parameters. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  /** The reference page on which it stands. */
  readonly tag: 'Account' | 'Verification' | 'Management' | 'Sign-in' | 'Status';
  readonly caller: Caller;
  readonly guards?: readonly Guard[];
  /** `If-Match` with the ETag of what was read is honoured: 412 when that was changed meanwhile. */
  readonly ifMatch?: boolean;
  readonly params?: Schema;
  readonly query?: Schema;
  /** Unknown members are dropped by the schema: neither used nor stored. */
  readonly body?: Schema;
  /** Instead of a body. It is read after the guards: nobody makes the server hold what it is going to refuse. */
  readonly file?: FilePart;
  /** `page` and `page_size`: `optional` returns everything when neither is sent. */
  readonly pagination?: 'always' | 'optional';
  /** Successful answers: status → schema of the body, null for none. */
  readonly responses: { readonly [status: number]: Schema | null };
  /** Problem codes that the operation itself can answer, beyond those that its guards imply. */
  readonly errors: readonly ErrorCode[];
}

/** Declares a route, keeping its literal types for the server's handlers and the client's methods. */
export const route = <const R extends Route>(definition: R): R => definition;

/** A named group of routes; the key is the operation's one name everywhere (`operationId`, file, client method). */
export type Routes = { readonly [operationId: string]: Route };

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Sent<S> = S extends z.ZodType ? z.input<S> : undefined;
type Member<R, K extends string> = R extends { readonly [P in K]: infer S } ? S : undefined;

/** What a handler gets: parsed params, query and body. */
export interface RouteInput<R extends Route> {
  readonly params: Parsed<Member<R, 'params'>>;
  readonly query: Parsed<Member<R, 'query'>>;
  readonly body: Parsed<Member<R, 'body'>>;
  readonly file: R extends { readonly file: FilePart } ? SentFile : undefined;
}

/** What a client sends. */
export interface RouteRequest<R extends Route> {
  readonly params: Sent<Member<R, 'params'>>;
  readonly query: Sent<Member<R, 'query'>>;
  readonly body: Sent<Member<R, 'body'>>;
  readonly file: R extends { readonly file: FilePart } ? Blob : undefined;
}

/** What a handler returns and a client gets: the body of a successful answer, undefined for none. */
export type RouteOutput<R extends Route> = {
  [S in keyof R['responses']]: R['responses'][S] extends z.ZodType ? z.output<R['responses'][S]> : undefined;
}[keyof R['responses']];

/** The verbs of a route, canonical first. */
export const methodsOf = (r: Route): readonly HttpMethod[] => (typeof r.method === 'string' ? [r.method] : r.method);
