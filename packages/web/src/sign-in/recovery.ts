import { type Address, readProgress } from './experience.ts';

let recovering: Address | undefined;

/** The owner of this address may choose a new password now. */
export function recoverFor(address: Address): void {
  recovering = address;
}

/**
 * Whose password is chosen; after a reload, what the server knows of it. Undefined when nobody has proven an address to
 * recover a password.
 */
export async function findRecovering(): Promise<Address | undefined> {
  if (recovering !== undefined) return recovering;
  const progress = await readProgress();
  if (progress?.interactionEvent !== 'ForgotPassword' || progress.userId === undefined) return undefined;
  const proof = progress.verificationRecords.find(({ verified }) => verified)?.identifier;
  return proof?.type === 'email' || proof?.type === 'phone' ? { type: proof.type, value: proof.value } : undefined;
}

/** Nothing is left to recover. */
export function endRecovery(): void {
  recovering = undefined;
}
