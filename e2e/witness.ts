/**
 * Sees everything that a run must not tell, and everything that it tells: afterwards none of the one is in the other.
 */
export interface Witness {
  /** Something that only those may know who have it; returns it. */
  secret<T extends string>(what: string, value: T): T;
  /** Something that people or programs outside were told, or a log. */
  told(where: string, text: string): void;
  /** Secrets that were told, in words. */
  leaks(): string[];
}

export function createWitness(): Witness {
  const secrets = new Map<string, string>();
  const told: { readonly where: string; readonly text: string }[] = [];
  return {
    secret: (what, value) => {
      if (value.length < 4) throw new Error(`${what} is too short to be found`);
      secrets.set(value, what);
      return value;
    },
    told: (where, text) => void told.push({ where, text }),
    leaks: () => {
      if (told.length === 0 || secrets.size === 0) throw new Error('the witness has seen nothing');
      return told.flatMap(({ where, text }) =>
        [...secrets].filter(([value]) => contains(text, value)).map(([value, what]) => `${what} ${value} in ${where}`),
      );
    },
  };
}

/** Codes are short: part of a longer number is none. */
function contains(text: string, secret: string): boolean {
  if (!/^\d{4,8}$/.test(secret)) return [secret, encodeURIComponent(secret)].some(form => text.includes(form));
  return new RegExp(`(?<![0-9a-z])${secret}(?![0-9a-z])`, 'i').test(text);
}
