import { randomBytes } from 'node:crypto';
import type { HookConfig } from '@freehold/contract';
import type { Envelope } from '../lib/index.ts';
import type { HookRow } from './hooks.store.ts';

/** What is encrypted of a webhook. */
export interface HookSecrets {
  readonly config: HookConfig;
  readonly signingKey: string;
}

/** What the ciphertext is bound to: in another tenant's row, or another webhook's, it does not open. */
const aad = (tenantId: string, id: string) => ['hooks', tenantId, id] as const;

/** Encrypts config and signing key for their row. */
export const sealHook = (envelope: Envelope, tenantId: string, id: string, secrets: HookSecrets): string =>
  envelope.seal(JSON.stringify(secrets), aad(tenantId, id));

/** Reads config and signing key of a row. @throws DecryptionError */
export const openHook = (
  envelope: Envelope,
  tenantId: string,
  { id, secrets }: Pick<HookRow, 'id' | 'secrets'>,
): HookSecrets => JSON.parse(envelope.openText(secrets, aad(tenantId, id)));

/** A signing key of 256 bits, as the Standard Webhooks specification prints it. */
export const newSigningKey = (): string => `whsec_${randomBytes(32).toString('base64')}`;
