/**
 * The way to a provider and back, in two steps, for everybody who sends somebody there: linking an identity, signing in,
 * a service that links for its user. Between the steps the caller keeps one opaque text.
 *
 *     startSocial ──authorizationUri──▶ browser ▶ provider ▶ browser ──callback──▶ finishSocial
 *         └───────────── session (encrypted, bound to jti) ─────────────────────────▶┘
 *
 * Which callback belongs to which beginning is judged here: connector, state, and through the connector nonce, PKCE
 * verifier and issuer. Whose beginning it is (user, session, client) is the caller's to judge before.
 */
import { equalsInConstantTime } from '../lib/index.ts';
import { type Context, Problem } from '../operation/index.ts';
import { type ProviderTokens, readTokenResponse } from '../provider-tokens/index.ts';
import { connectorProblem } from './connector-problem.ts';
import { findConnector } from './connectors.store.ts';
import { type ConnectorNeeds, type OpenedSocial, openSocial } from './open-connector.ts';
import type { SocialSession, SocialUser } from './port.ts';
import { openBeginning, sealBeginning } from './social-session.ts';

/** What both steps take beside the request's context. */
export type SocialNeeds = Omit<ConnectorNeeds, 'database'>;
type SocialContext = Pick<Context, 'database' | 'tenant' | 'origin' | 'now'>;

/** Somebody at a provider, and whose identities that provider's are here. */
export interface SocialIdentity {
  readonly connectorId: string;
  /** Key of the identity on the user. */
  readonly target: string;
  /** The provider's name, for people. */
  readonly provider: string;
  /** Name and avatar of the user follow the provider's at every sign-in. */
  readonly syncProfile: boolean;
  readonly user: SocialUser;
  /** Where the connector has them kept. */
  readonly tokens?: ProviderTokens;
}

/**
 * Begins: the address that the browser is sent to, and what must come back with the callback.
 *
 * @param request `jti` is the id of the caller's verification: unguessable, used once
 * @throws Problem 400 `session.insufficient_info` for an empty state or redirect URI, 422 `session.invalid_connector_id`,
 * 400 `connector.unexpected_type`, or `connector.*` when the provider could not be asked
 */
export async function startSocial(
  context: SocialContext,
  needs: SocialNeeds,
  request: {
    readonly connectorId: string;
    readonly state: string;
    readonly redirectUri: string;
    readonly scope?: string | undefined;
    readonly jti: string;
  },
): Promise<{ readonly authorizationUri: string; readonly session: string }> {
  const { connectorId, state, redirectUri, scope, jti } = request;
  if (state === '' || redirectUri === '') throw new Problem('session.insufficient_info');
  const social = await openProvider(context, needs, connectorId);
  const { userAgent } = context.origin;
  try {
    const { authorizationUri, session } = await social.connector.authorize({
      ...{ state, redirectUri, connectorId, jti },
      ...(scope !== undefined && { scope }),
      ...(userAgent !== undefined && { userAgent }),
    });
    const beginning = { connectorId, state, redirectUri, session };
    return { authorizationUri, session: sealBeginning(needs.envelope, context.tenant.id, jti, beginning) };
  } catch (error) {
    throw connectorProblem(error, connectorId);
  }
}

/** A callback, and what it must belong to. */
export interface SocialCallback {
  /** The connector that the verification was begun with. */
  readonly connectorId: string;
  readonly jti: string;
  /** As `startSocial` returned it. */
  readonly session: string;
  /** Query parameters of the callback. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Refuses a callback without `state`; one that is sent is always compared. */
  readonly requireState: boolean;
  /**
   * Uses up the beginning, before the provider is asked: of two callbacks at once one gets through, and a code that the
   * provider has seen is not tried again. Throws when it has been used up.
   */
  readonly consume: () => Promise<void>;
}

/**
 * Ends: who came back. A callback of another connector, another verification or another state is refused before anything
 * is used up or asked.
 *
 * @throws Problem 400 `session.connector_validation_session_not_found`, `session.insufficient_info` (no state),
 * `session.csrf_token_mismatch` (another state); `connector.*`; whatever `consume` throws
 */
export async function finishSocial(
  context: SocialContext,
  needs: SocialNeeds,
  { connectorId, jti, session: sealed, data, requireState, consume }: SocialCallback,
): Promise<SocialIdentity> {
  const beginning = openBeginning(needs.envelope, context.tenant.id, jti, sealed);
  if (beginning?.connectorId !== connectorId) throw new Problem('session.connector_validation_session_not_found');
  judgeState(data, beginning.state, requireState);
  const social = await openProvider(context, needs, connectorId);
  await consume();
  const { redirectUri, session } = beginning;
  return identify(social, { data: { ...data, redirectUri }, session, now: context.now });
}

function judgeState(data: Readonly<Record<string, unknown>>, expected: string, required: boolean): void {
  const state = Object.hasOwn(data, 'state') ? data['state'] : undefined;
  if (state === undefined || state === null || state === '') {
    if (required) throw new Problem('session.insufficient_info');
    return;
  }
  if (typeof state !== 'string' || !equalsInConstantTime(state, expected)) {
    throw new Problem('session.csrf_token_mismatch');
  }
}

/** Asks the connector who came back with `data`. @throws Problem `connector.*` */
export async function identify(
  { row, factory, connector }: OpenedSocial,
  {
    data,
    session,
    now,
  }: {
    readonly data: Readonly<Record<string, unknown>>;
    readonly session: SocialSession;
    readonly now: Date;
  },
): Promise<SocialIdentity> {
  try {
    const { user, tokenResponse } = await connector.identify(data, session);
    const tokens = row.enable_token_storage ? readTokenResponse(tokenResponse, now) : undefined;
    return {
      connectorId: row.id,
      target: row.target ?? factory.metadata.target,
      provider: row.metadata.name?.en ?? factory.metadata.name.en,
      syncProfile: row.sync_profile,
      user,
      ...(tokens && { tokens }),
    };
  } catch (error) {
    throw connectorProblem(error, row.id);
  }
}

/**
 * The provider of a connector, ready to be asked.
 * @throws Problem 422 `session.invalid_connector_id`, 400 `connector.unexpected_type`, `connector.invalid_config`
 */
export async function openProvider(
  context: Pick<Context, 'database' | 'tenant'>,
  needs: SocialNeeds,
  connectorId: string,
): Promise<OpenedSocial> {
  const { database, tenant } = context;
  try {
    const social = await openSocial({ ...needs, database }, tenant.id, connectorId);
    if (social) return social;
  } catch (error) {
    throw connectorProblem(error, connectorId);
  }
  const isOther = await findConnector(database, tenant.id, connectorId);
  throw new Problem(
    isOther && isOther.type !== 'Social' ? 'connector.unexpected_type' : 'session.invalid_connector_id',
  );
}
