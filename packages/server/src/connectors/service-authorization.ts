/** A way to a provider that a service begins, and ends, for one of its users: found again by its state. */
import { type Envelope, sha256 } from '../lib/index.ts';
import { type Context, Problem } from '../operation/index.ts';
import { connectorProblem } from './connector-problem.ts';
import { findConnector } from './connectors.store.ts';
import { openSocial } from './open-connector.ts';
import type { SocialSession } from './port.ts';
import { insertAttempt, takeAttempt } from './social-attempts.store.ts';
import { openBeginning, sealBeginning } from './social-session.ts';
import { identify, type SocialIdentity, type SocialNeeds } from './social-steps.ts';

const LIFETIME_MS = 10 * 60 * 1000;

const hashOf = (connectorId: string, state: string): Buffer => sha256(`${connectorId}\n${state}`);

/** Stands for the id of a verification, which such a beginning has not. */
const jtiOf = (connectorId: string, state: string): string => hashOf(connectorId, state).toString('base64url');

/** Keeps the beginning for ten minutes. */
export async function keepAuthorization(
  { envelope }: { readonly envelope: Envelope },
  { database, tenant, now }: Pick<Context, 'database' | 'tenant' | 'now'>,
  beginning: {
    /** Id of the connector's row. */
    readonly connectorId: string;
    readonly state: string;
    readonly redirectUri: string;
    readonly session: SocialSession;
  },
): Promise<void> {
  const { connectorId, state } = beginning;
  const sealed = sealBeginning(envelope, tenant.id, jtiOf(connectorId, state), beginning);
  const expiresAt = new Date(now.getTime() + LIFETIME_MS);
  await insertAttempt(database, tenant.id, connectorId, hashOf(connectorId, state), sealed, expiresAt);
}

/**
 * Who came back with a callback that a service sends. Its beginning, found by the state, serves once; a connector that
 * needs none (of a provider that is only played) goes without.
 *
 * @throws Problem 404 `entity.not_found` for an unknown connector, 400 `connector.unexpected_type`, `connector.*`
 */
export const identifyForService =
  (needs: SocialNeeds) =>
  async (
    { database, tenant, now }: Pick<Context, 'database' | 'tenant' | 'now'>,
    connectorId: string,
    data: Readonly<Record<string, unknown>>,
  ): Promise<SocialIdentity> => {
    const social = await openSocial({ ...needs, database }, tenant.id, connectorId).catch((error: unknown) => {
      throw connectorProblem(error, connectorId);
    });
    if (!social) {
      const other = await findConnector(database, tenant.id, connectorId);
      throw new Problem(other && other.type !== 'Social' ? 'connector.unexpected_type' : 'entity.not_found');
    }
    const state = Object.hasOwn(data, 'state') ? data['state'] : undefined;
    if (typeof state !== 'string') return identify(social, { data, session: {}, now });
    const sealed = await takeAttempt(database, tenant.id, connectorId, hashOf(connectorId, state), now);
    const beginning =
      sealed === undefined ? undefined : openBeginning(needs.envelope, tenant.id, jtiOf(connectorId, state), sealed);
    if (!beginning) return identify(social, { data, session: {}, now });
    const { redirectUri, session } = beginning;
    return identify(social, { data: { ...data, redirectUri }, session, now });
  };
