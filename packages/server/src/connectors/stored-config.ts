import type { Envelope } from '../lib/index.ts';
import type { ConnectorConfig } from './port.ts';

/** What the ciphertext of a config is bound to: in another tenant's row, or another connector's, it does not open. */
const aad = (tenantId: string, id: string) => ['connectors', tenantId, id] as const;

/** Encrypts a config for its row. */
export const sealConfig = (envelope: Envelope, tenantId: string, id: string, config: ConnectorConfig): string =>
  envelope.seal(JSON.stringify(config), aad(tenantId, id));

/** Reads the config of a row. */
export const openConfig = (
  envelope: Envelope,
  tenantId: string,
  { id, config }: { readonly id: string; readonly config: string },
): ConnectorConfig => JSON.parse(envelope.openText(config, aad(tenantId, id)));
