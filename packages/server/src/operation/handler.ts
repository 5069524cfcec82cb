import type { Route, RouteInput, RouteOutput } from '@freehold/contract';
import type { Database } from '../database/database.ts';
import type { AccountContext, Context, InteractionContext, ManagementContext } from './context.ts';

/** The context that a route's caller comes with. */
export type ContextOf<R extends Route> = R['caller'] extends 'account'
  ? AccountContext
  : R['caller'] extends 'management'
    ? ManagementContext
    : R['caller'] extends 'interaction'
      ? InteractionContext
      : Context;

/** An answer with a status or headers other than the route's first. */
export class Reply<Body> {
  readonly body: Body;
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  constructor(body: Body, options: { status?: number; headers?: Record<string, string> } = {}) {
    this.body = body;
    this.status = options.status;
    this.headers = options.headers ?? {};
  }
}

/** A body that the database has already written as JSON: it goes out as it is, neither parsed nor printed again. */
export class JsonText {
  readonly text: string;
  readonly etag: string | undefined;
  constructor(text: string, etag?: string) {
    this.text = text;
    this.etag = etag;
  }
}

/**
 * A read that judges its caller and fetches the answer in one round trip. The pipeline parses the
 * bearer token and leaves the rest to the statement: a second round trip would cost as much again as
 * the read itself.
 */
export class OneTripRead {
  readonly read: (request: {
    readonly database: Database;
    readonly tenantId: string;
    readonly tokenHash: Buffer;
    readonly now: Date;
  }) => Promise<JsonText>;
  constructor(read: OneTripRead['read']) {
    this.read = read;
  }
}

/** One page of a longer list; becomes the body with `Total-Number` and `Link` headers. */
export class Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  constructor(items: readonly Item[], total: number) {
    this.items = items;
    this.total = total;
  }
}

type Answer<Body> = Body | Reply<Body> | JsonText | (Body extends readonly (infer Item)[] ? Page<Item> : never);

/** An operation: context and parsed input in, the body of the answer out. */
export type Operation<R extends Route> = (
  context: ContextOf<R>,
  input: RouteInput<R>,
) => Promise<Answer<RouteOutput<R>>>;

export type Handler<R extends Route> = Operation<R> | OneTripRead;

/** The handlers of a group of routes, by operation name. A missing or misspelt one is a compile error. */
export type Handlers<R extends Record<string, Route>> = { readonly [K in keyof R]: Handler<R[K]> };
