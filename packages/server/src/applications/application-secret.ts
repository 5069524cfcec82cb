import type { Envelope } from '../lib/index.ts';

/** What the ciphertext of a secret is bound to: copied to another application or name it does not open. */
export const applicationSecretAad = (tenantId: string, applicationId: string, name: string) =>
  ['application_secrets', tenantId, applicationId, name] as const;

/** Encrypts a secret for its row: an administrator can read it again, whoever reads the database cannot. */
export const sealApplicationSecret = (
  envelope: Envelope,
  { tenantId, applicationId, name }: { tenantId: string; applicationId: string; name: string },
  value: string,
): string => envelope.seal(value, [...applicationSecretAad(tenantId, applicationId, name)]);

/** Name of the secret that an application starts with. */
export const DEFAULT_SECRET = 'Default secret';

/** Characters of a secret, letters and digits only: some clients encode others wrongly in the Basic header. 190 bits. */
export const SECRET_LENGTH = 32;
