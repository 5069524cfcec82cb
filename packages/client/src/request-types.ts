import type { Operations, Route, RouteOutput, RouteRequest } from '@freehold/contract';

/** A member of a request: asked for, unless the operation does without. */
type Part<Name extends string, Value> = [Value] extends [undefined]
  ? unknown
  : undefined extends Value
    ? { readonly [N in Name]?: Exclude<Value, undefined> }
    : { readonly [N in Name]: Value };

/** No query at all is a query without members; a body without members still has to be sent. */
type Query<Value> = Part<'query', Record<never, never> extends Value ? Value | undefined : Value>;

type GuardOf<R> = R extends { readonly guards: readonly (infer G)[] } ? G : never;
type ProofGuard<R> = Extract<GuardOf<R>, { readonly kind: 'proof' }>;

/** The id of a verification record. To be named where the operation always asks the step-up policy, even as `undefined`. */
type Proof<R> = [ProofGuard<R>] extends [never]
  ? unknown
  : [ProofGuard<R>] extends [{ readonly when: unknown }]
    ? { readonly proof?: string | undefined }
    : { readonly proof: string | undefined };

type IfMatch<R> = R extends { readonly ifMatch: true } ? { readonly ifMatch?: string | undefined } : unknown;
type Pagination<R> = R extends { readonly pagination: string }
  ? { readonly page?: number | undefined; readonly pageSize?: number | undefined }
  : unknown;

/** What a method of the client takes. */
export type ClientRequest<R extends Route> = Part<'params', RouteRequest<R>['params']> &
  Query<RouteRequest<R>['query']> &
  Part<'body', RouteRequest<R>['body']> &
  Part<'file', RouteRequest<R>['file']> &
  Proof<R> &
  IfMatch<R> &
  Pagination<R> & {
    /** Ends the wait; whether the server did it is then unknown. */
    readonly signal?: AbortSignal | undefined;
  };

/** What a method of the client returns. */
export interface ClientAnswer<R extends Route> {
  readonly status: keyof R['responses'] & number;
  /** Undefined where the operation answers without one. */
  readonly body: RouteOutput<R>;
  /** For `ifMatch` of a later change. */
  readonly etag: string | undefined;
  /** How many there are on all pages. */
  readonly total: number | undefined;
}

type Arguments<Request> = Record<never, never> extends Request ? [request?: Request] : [request: Request];

/** Every operation by its name. */
export type Client = {
  readonly [K in keyof Operations]: (
    ...request: Arguments<ClientRequest<Operations[K]>>
  ) => Promise<ClientAnswer<Operations[K]>>;
};
