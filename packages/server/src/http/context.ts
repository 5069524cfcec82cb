import { negotiateLocale, wishedLanguages } from '@freehold/messages';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Transaction } from '../database/database.ts';
import { prepareEvent, recordEvent } from '../events/index.ts';
import { canonicalAddress } from '../lib/index.ts';
import { type Context, type ManagementContext, type Principal, Problem, type Tenant } from '../operation/index.ts';
import { findPrincipal } from '../sessions/index.ts';
import type { PageResponse } from './pages/index.ts';
import type { PageRequest } from './pagination.ts';
import type { Pipeline } from './pipeline.ts';

/** What the first step of the pipeline has found out. */
export interface ContextSource {
  readonly tenant: Tenant;
  readonly now: Date;
  readonly principal?: Principal;
  /** SHA-256 of the token by which `principal` was found. */
  readonly tokenHash?: Buffer;
  readonly manager?: ManagementContext['actor'];
}

declare module 'fastify' {
  interface FastifyRequest {
    source: ContextSource;
  }
  interface FastifyInstance {
    checkAnswer?: Pipeline['checkAnswer'];
    /** A refusal as a page, for people who look; see `page-routes/problem-page.ts`. */
    problemPage?: (request: FastifyRequest, problem: Problem) => Promise<PageResponse | undefined>;
  }
  interface FastifyContextConfig {
    operationId?: string;
  }
}

/** A proof that a guard has found good. */
export interface Proof {
  readonly recordId: string;
  /** Used up by the change. */
  readonly singleUse: boolean;
}

interface Extras {
  readonly page: PageRequest | undefined;
  /** What the guards have found: the proofs that the change leans on. */
  readonly proofs: readonly Proof[];
}

/** Everything an operation gets; the route's caller decides which members are there. */
export function createContext(
  { database, envelope, requireProof, consumeProof }: Pipeline,
  { tenant, now, principal, tokenHash, manager }: ContextSource,
  request: FastifyRequest,
  reply: FastifyReply,
  { page, proofs }: Extras,
): Context {
  const origin = { ip: canonicalAddress(request.ip) ?? 'unknown', userAgent: request.headers['user-agent'] };
  const source = {
    tenantId: tenant.id,
    now,
    requestId: request.id,
    origin,
    actor: actorOf(principal, manager),
    clientId: principal?.clientId ?? manager?.clientId ?? null,
    sessionUid: principal?.sessionUid ?? null,
    ...(principal && { knownKey: { userId: principal.userId, wrapped: principal.eventKey } }),
  };
  const context: Context = {
    tenant,
    database,
    now,
    requestId: request.id,
    origin,
    // Only refusals and mails speak a language: most requests never negotiate one.
    get locale() {
      return negotiateLocale(request.headers['accept-language']);
    },
    get languages() {
      return wishedLanguages(request.headers['accept-language']);
    },
    transaction: work =>
      database.transaction(async tx => {
        for (const { recordId, singleUse } of proofs) if (singleUse) await consumeProof(tx, tenant.id, recordId, now);
        return work({ tx, emit: event => recordEvent(tx, envelope, source, event) });
      }),
    prepareEvent: event => prepareEvent(database, envelope, source, event),
  };
  const judgeAgain = async (tx: Transaction) => {
    if (!principal || !tokenHash || !(await findPrincipal(tx, tenant.id, tokenHash, now)))
      throw new Problem('auth.unauthorized');
    for (const { recordId, singleUse } of proofs) if (!singleUse) await requireProof(tx, principal, recordId, now);
  };
  const caller = {
    principal,
    judgeAgain,
    // A proxy that compresses answers has to call their tags weak. Ours name a version, not its bytes, so that one serves.
    ifMatch: request.headers['if-match']?.split(',').map(tag => tag.trim().replace(/^W\//, '')),
    actor: manager,
    page,
    interaction: { request: request.raw, response: reply.raw },
  };
  return Object.assign(context, caller);
}

function actorOf(principal: Principal | undefined, manager: ManagementContext['actor'] | undefined) {
  if (principal) return { kind: 'user', id: principal.userId } as const;
  return manager ?? ({ kind: 'system' } as const);
}
