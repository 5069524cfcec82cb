import { z } from 'zod';
import { DecryptionError, type Envelope } from '../lib/index.ts';
import type { SocialSession } from './port.ts';

/** What is remembered between the way to a provider and the way back. */
export interface SocialBeginning {
  readonly connectorId: string;
  readonly state: string;
  readonly redirectUri: string;
  /** What the connector wants back. */
  readonly session: SocialSession;
}

const Beginning = z.object({
  connectorId: z.string(),
  state: z.string(),
  redirectUri: z.string(),
  session: z.record(z.string(), z.unknown()),
});

const aad = (tenantId: string, jti: string) => ['social_session', tenantId, jti] as const;

/**
 * Encrypts a beginning for wherever it is kept. It opens for the same `jti` alone: one that is copied to another
 * verification is worth nothing there.
 */
export const sealBeginning = (envelope: Envelope, tenantId: string, jti: string, beginning: SocialBeginning): string =>
  envelope.seal(JSON.stringify(beginning), [...aad(tenantId, jti)]);

/** The beginning again; undefined for text that is none of this `jti`. */
export function openBeginning(
  envelope: Envelope,
  tenantId: string,
  jti: string,
  sealed: string,
): SocialBeginning | undefined {
  try {
    return Beginning.parse(JSON.parse(envelope.openText(sealed, [...aad(tenantId, jti)])));
  } catch (error) {
    if (error instanceof DecryptionError) return undefined;
    throw error;
  }
}
