import type { HookLog } from '@freehold/contract';
import type { Envelope } from '../lib/index.ts';

type Payload = HookLog['payload'];

/** What the ciphertext is bound to: in another row it does not open. */
const aad = (tenantId: string, id: string) => ['hook_logs', tenantId, id] as const;

/** Encrypts what an attempt was for its row: the body holds personal data, and the answer may. */
export const sealLogPayload = (envelope: Envelope, tenantId: string, id: string, payload: Payload): string =>
  envelope.seal(JSON.stringify(payload), aad(tenantId, id));

/** Reads what an attempt was. @throws DecryptionError */
export const openLogPayload = (
  envelope: Envelope,
  tenantId: string,
  { id, payload }: { readonly id: string; readonly payload: string },
): Payload => JSON.parse(envelope.openText(payload, aad(tenantId, id)));
