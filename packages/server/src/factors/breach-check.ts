import { createHash } from 'node:crypto';

/** Tells whether a password is known from a breach. */
export type BreachCheck = (password: string) => Promise<boolean>;

export interface BreachCheckOptions {
  /** The range endpoint: five hexadecimal digits are appended. @default the public one of Have I Been Pwned */
  readonly endpoint?: string;
  readonly fetch?: typeof globalThis.fetch;
  /** @default 2000 */
  readonly deadlineMilliseconds?: number;
  /** Called when the service gave no usable answer; the password then counts as unknown to it. */
  readonly onFailure: (cause: unknown) => void;
}

const PREFIX_LENGTH = 5;
const LINE = /^([0-9A-F]{35}):(\d+)$/;

/**
 * Asks a service of leaked passwords by k-anonymity: of the SHA-1 of the password only the first five digits leave the
 * house, and the answer lists all known ends (https://haveibeenpwned.com/API/v3#PwnedPasswords).
 *
 * It fails open: whether people can change a password must not depend on somebody else's server. Off unless an operator
 * wires it in.
 */
export function createBreachCheck({
  endpoint = 'https://api.pwnedpasswords.com/range/',
  fetch = globalThis.fetch,
  deadlineMilliseconds = 2000,
  onFailure,
}: BreachCheckOptions): BreachCheck {
  return async password => {
    const digest = createHash('sha1').update(password).digest('hex').toUpperCase();
    const [prefix, rest] = [digest.slice(0, PREFIX_LENGTH), digest.slice(PREFIX_LENGTH)];
    try {
      const response = await fetch(endpoint + prefix, {
        // Padding hides how many ends an answer has; padded lines count 0.
        headers: { 'Add-Padding': 'true', 'User-Agent': 'Freehold' },
        redirect: 'error',
        signal: AbortSignal.timeout(deadlineMilliseconds),
      });
      if (!response.ok) {
        throw new Error(`The breach service answered ${response.status}.`);
      }
      return (await response.text()).split('\n').some(line => {
        const [, end, count] = LINE.exec(line.trim().toUpperCase()) ?? [];
        return end === rest && Number(count) > 0;
      });
    } catch (cause) {
      onFailure(cause);
      return false;
    }
  };
}
