/** Formats that several operations share. */
import { z } from 'zod';

/**
 * Text as PostgreSQL and JSON can both hold it: no NUL byte and no lone surrogate, each of which
 * would otherwise surface as a 500 from the database.
 */
export const Text = z
  .string()
  .refine(value => !value.includes('\0') && value.isWellFormed(), { message: 'must be well-formed text without NUL' });

/** Text of a profile member. */
export const ProfileText = Text.max(2048);

/** Username: a letter or underscore, then letters, digits and underscores. Its length is the tenant's policy, answered as 422. */
export const Username = z.string().regex(/^[A-Z_a-z]\w*$/);

const label = '(?:[\\w-]|[^\\0-\\x7f\\s\\p{C}\\p{DI}\\u3002])+';

/**
 * Exactly one email address. Normalized (trimmed, NFKC) before it is validated, so that a look-alike `@` cannot slip
 * through. Refused is what nobody sees (`\p{C}`: a zero-width space, a change of direction, half a surrogate pair; `\p{DI}`:
 * a variation selector), and what a mail server reads as something else than part of an address: `x:ada@example.com` is a
 * group and `ada(x)@example.com` has a comment, so both reach `ada@example.com`, past every limit and list that is kept for
 * it. Domains have labels alone: no dot at the end, no ideographic one.
 */
export const Email = z
  .string()
  .max(256)
  .transform(value => value.normalize('NFKC').trim())
  .pipe(z.string().regex(new RegExp(`^[^\\s@,;:<>()[\\]\\\\"\\p{C}\\p{DI}]+@(?:${label}\\.)+${label}$`, 'u')));

/** Phone number: digits with country code, without `+`. */
export const Phone = z.string().regex(/^\d+$/).max(32);

/** URL of a picture. Only http(s): other schemes run script in some readers. */
export const AvatarUrl = Text.max(2048).refine(isWebUrl, { message: 'must be an http(s) URL' });

/** Id of a record, application, role, … */
export const Id = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[\w.~-]+$/);

/** Id in a body that is looked up: one that nobody has, empty text too, is unknown and not malformed. */
export const LookedUpId = Text.max(256);

/**
 * What an application keeps with a user: any JSON object of at most 64 kB. What comes in has been parsed from JSON, so
 * only what the database cannot hold is looked for, and only in what is small enough to be stored: to check the kind of
 * every value again would stop the server for a tenth of a second with one large body.
 */
export const CustomData = z
  .record(z.string(), z.unknown())
  .refine(value => bytesOf(JSON.stringify(value)) <= 64 * 1024, {
    message: 'must be at most 64 kB of JSON',
    abort: true,
  })
  .refine(isStorable, { message: 'must hold well-formed text without NUL' });

/** Bytes of text in UTF-8; this package runs where there is neither Buffer nor, in its types, TextEncoder. */
const bytesOf = (text: string): number => encodeURIComponent(text).replaceAll(/%../g, '%').length;

export function isWebUrl(value: string): boolean {
  try {
    return /^https?:$/.test(new URL(value).protocol);
  } catch {
    return false;
  }
}

/** Whether every string in `value`, keys included, is text that PostgreSQL and JSON can both hold. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).every(([key, member]) => isStorable(key) && isStorable(member));
  return true;
}
