import type { IncomingMessage, ServerResponse } from 'node:http';
import { accountScopes } from '@freehold/contract';
import type { Database } from '../database/database.ts';
import { recordEvent } from '../events/index.ts';
import { type Clock, type Envelope, sha256 } from '../lib/index.ts';
import { Problem } from '../operation/index.ts';
import {
  findInteraction,
  finishInteraction,
  type InteractionRow,
  insertGrant,
  saveInteractionExperience,
  shareSession,
  updateGrant,
} from '../sessions/index.ts';
import type { ConsentRequest, Experience, FinishedLogin, Interaction, Interactions } from '../sign-in/index.ts';
import type { KnownTenant, TenantDirectory } from '../tenants/index.ts';
import { rememberDevice } from '../users/index.ts';
import { ownMetadata } from './clients.ts';
import type { EngineOf } from './create-oidc.ts';
import { interactionPayload, toSeconds } from './documents.ts';
import { type Engine, errors } from './engine.ts';
import { findAskedScopes } from './reads.store.ts';
import { RequestState, runWithState } from './request-state.ts';
import type { RequestSource } from './settle.ts';
import { recordSignIn } from './sign-ins.store.ts';

interface Needs {
  readonly database: Database;
  readonly envelope: Envelope;
  readonly clock: Clock;
  readonly tenants: TenantDirectory;
  readonly engineOf: EngineOf;
  readonly sourceOf: (request: IncomingMessage) => RequestSource;
}

type EngineInteraction = Awaited<ReturnType<Engine['interactionDetails']>>;

/** What the port's caller does not see of an interaction. */
interface Found {
  readonly tenant: KnownTenant;
  readonly engine: Engine;
  readonly document: EngineInteraction;
  readonly source: RequestSource;
  /** The version that was read, or written last. */
  version: number;
}

const notFound = (cause?: unknown) => new Problem('session.not_found', { cause });

/** Makes the port through which signing in speaks to the engine. */
export function createInteractions(needs: Needs): Interactions {
  const found = new WeakMap<Interaction, Found>();
  const knownOf = (interaction: Interaction): Found => {
    const known = found.get(interaction);
    if (!known) throw new Error('the interaction does not come from find()');
    return known;
  };

  return {
    async find(request, response) {
      const { tenant, engine } = await needs.engineOf(await needs.tenants.findByHost(request.headers.host));
      const state = new RequestState(tenant, needs.clock());
      const { document, row } = await runWithState(state, () => load(engine, state, request, response));
      const client = await runWithState(state, () => engine.Client.find(String(document.params['client_id'])));
      if (!client) throw notFound();
      const interaction = toInteraction(document, row, {
        firstParty: ownMetadata(client).firstParty,
        name: client.clientName ?? client.clientId,
      });
      found.set(interaction, { tenant, engine, document, source: needs.sourceOf(request), version: row.version });
      return interaction;
    },

    async saveExperience(interaction, experience) {
      const known = knownOf(interaction);
      const { uid } = known.document;
      const saved = await saveInteractionExperience(
        needs.database,
        known.tenant.id,
        sha256(uid),
        known.version,
        experience ?? null,
        experience === undefined ? null : identified(experience),
      );
      if (saved === 0) throw notFound();
      known.version += 1;
    },

    finishLogin: (interaction, login) => finishLogin(needs, knownOf(interaction), interaction, login),
    describeConsent: interaction => describeConsent(needs.database, knownOf(interaction)),
    finishConsent: interaction => finishConsent(needs, knownOf(interaction), interaction),
    async abort(interaction) {
      const known = knownOf(interaction);
      const result = { error: 'access_denied', error_description: 'the person declined' };
      await needs.database.transaction(async tx => {
        if ((await finish(tx, known, result)) === 0) throw notFound();
      });
      return known.document.returnTo;
    },
  };
}

async function load(engine: Engine, state: RequestState, request: IncomingMessage, response: ServerResponse) {
  try {
    const document = await engine.interactionDetails(request, response);
    const row = state.loadedInteractions.get(document.uid);
    if (!row) throw notFound();
    return { document, row };
  } catch (error) {
    throw error instanceof errors.SessionNotFound ? notFound(error) : error;
  }
}

function toInteraction(
  document: EngineInteraction,
  row: InteractionRow,
  client: { readonly firstParty: boolean; readonly name: string },
): Interaction {
  const { missingOIDCScope, missingResourceScopes } = document.prompt.details as {
    missingOIDCScope?: string[];
    missingResourceScopes?: Record<string, string[]>;
  };
  return {
    uid: document.uid,
    clientId: String(document.params['client_id']),
    prompt: document.prompt.name === 'consent' ? 'consent' : 'login',
    parameters: document.params,
    accountId: document.session?.accountId,
    missingScopes: { ...(missingOIDCScope ? { '': missingOIDCScope } : {}), ...missingResourceScopes },
    firstParty: client.firstParty,
    applicationName: client.name,
    experience: (row.experience ?? undefined) as Experience | undefined,
  };
}

/** Whose account it is about: ending all sessions of an account ends the sign-ins in which it has been proven. */
function identified({ userId, verifications }: Experience): string | null {
  const proof = verifications.findLast(verification => verification.type === 'Password');
  return userId ?? proof?.userId ?? null;
}

/** Writes the interaction's result; 0 when another step was faster. */
function finish(
  tx: Parameters<typeof finishInteraction>[0],
  { tenant, document, version }: Found,
  result: Record<string, unknown>,
  login: { accountId: string; submission: Readonly<Record<string, unknown>> } | undefined = undefined,
): Promise<number> {
  return finishInteraction(tx, tenant.id, sha256(document.uid), version, {
    payload: { ...interactionPayload({ ...document }), result },
    accountId: login?.accountId ?? null,
    submission: login?.submission ?? null,
  });
}

/**
 * The person is known: the sign-in is recorded at the user and as an event, in the transaction that lets the
 * authorization request go on.
 */
async function finishLogin(
  needs: Needs,
  known: Found,
  interaction: Interaction,
  login: FinishedLogin,
): Promise<string> {
  if (interaction.prompt !== 'login') throw notFound();
  const { tenant, source, document } = known;
  const { accountId, submission, event, languages, device } = login;
  const { clientId } = interaction;
  const now = needs.clock();
  await needs.database.transaction(async tx => {
    // Locks the user: of two first sign-ins at once, the second one finds the device of the first.
    if ((await recordSignIn(tx, tenant.id, accountId, clientId, now, languages)) === 0)
      throw new Problem('user.suspended');
    const seen = device && (await rememberDevice(tx, tenant.id, accountId, device, now));
    const result = { login: { accountId, ts: toSeconds(now) } };
    if ((await finish(tx, known, result, { accountId, submission })) === 0) throw notFound();
    const from = { tenantId: tenant.id, now, ...source, actor: { kind: 'user', id: accountId } as const, clientId };
    const signedIn = { type: 'session-established', userId: accountId, data: { interactionEvent: event } } as const;
    await recordEvent(tx, needs.envelope, from, signedIn);
    if (seen === 'new') await recordEvent(tx, needs.envelope, from, { type: 'device-added', userId: accountId });
  });
  return document.returnTo;
}

/** What the request asks for, not only what is new in it: who is asked again sees the whole again. */
async function describeConsent(database: Database, { tenant, document }: Found): Promise<ConsentRequest> {
  const { scope, resource, client_id: clientId } = document.params;
  const scopes = String(scope ?? '').split(' ');
  const indicators = [resource ?? []].flat().map(String);
  return {
    // The engine has refused what is not open to the application, and taken out what it does not get.
    userScopes: accountScopes.filter(name => scopes.includes(name)),
    resourceScopes: await findAskedScopes(database, tenant.id, String(clientId), { indicators, scopes }),
  };
}

/** Grants everything that the request misses, in addition to what the application was granted before. */
async function finishConsent(needs: Needs, known: Found, interaction: Interaction): Promise<string> {
  const { tenant, document } = known;
  const session = document.session;
  if (interaction.prompt !== 'consent' || !session) throw notFound();
  // The page was opened twice: what the first one wrote is as good.
  if (document.result?.consent) return document.returnTo;
  const state = new RequestState(tenant, needs.clock());
  state.consentSessionUid = session.uid;
  const grantId = await runWithState(state, () => extendGrant(known, interaction));
  const result = { ...document.lastSubmission, consent: { grantId } };
  const consented = await needs.database.transaction(async tx => {
    // A session that is being ended at this moment must not be left with a new grant.
    if (!(await shareSession(tx, tenant.id, session.uid, session.accountId))) throw notFound();
    if ((await finish(tx, known, result)) === 0) return false;
    for (const row of state.grants.values()) {
      if (!state.loadedGrants.has(row.id)) await insertGrant(tx, tenant.id, row);
      else if ((await updateGrant(tx, tenant.id, row.id, row.payload)) === 0) throw notFound();
    }
    return true;
  });
  if (!consented && !(await hasConsent(needs.database, known))) throw notFound();
  return document.returnTo;
}

async function hasConsent(database: Database, { tenant, document }: Found): Promise<boolean> {
  const row = await findInteraction(database, tenant.id, sha256(document.uid));
  const result = row?.payload['result'] as { consent?: unknown } | undefined;
  return result?.consent !== undefined;
}

async function extendGrant({ engine, document }: Found, { missingScopes, clientId }: Interaction): Promise<string> {
  const { session, grantId } = document;
  const existing = grantId === undefined ? undefined : await engine.Grant.find(grantId);
  const grant = existing ?? new engine.Grant({ clientId, ...(session && { accountId: session.accountId }) });
  for (const [indicator, scopes] of Object.entries(missingScopes)) {
    if (indicator === '') grant.addOIDCScope([...scopes]);
    else grant.addResourceScope(indicator, [...scopes]);
  }
  return grant.save();
}
