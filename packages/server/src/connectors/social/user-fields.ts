/** What is believed and kept of what a provider says about somebody. */
import { AvatarUrl, Email } from '@freehold/contract';
import { ConnectorError, type SocialUser } from '../port.ts';

/** Longest id at a provider, in characters: OpenID Connect Core §2 allows 255. */
const MAX_ID = 256;
const MAX_NAME = 128;
/** Largest document that is kept, in characters of JSON. */
const MAX_RAW = 16_384;
const MAX_DEPTH = 8;

/** What a provider says, as it says it. */
export interface SocialClaims {
  readonly id: unknown;
  readonly issuer?: string;
  readonly email?: unknown;
  /** Whether the document that names the email says that it is verified. */
  readonly emailVerified: boolean;
  /** A phone number that the same document calls verified. */
  readonly phone?: unknown;
  readonly name?: unknown;
  readonly avatar?: unknown;
  readonly raw: Readonly<Record<string, unknown>>;
}

/**
 * Somebody at a provider: what cannot be kept is left out, and an email that nobody has verified is nobody's.
 * @throws ConnectorError `invalid_response` when there is no id
 */
export function socialUser(claims: SocialClaims): SocialUser {
  const email = claims.emailVerified ? emailOf(claims.email) : undefined;
  const phone = phoneOf(claims.phone);
  const name = nameOf(claims.name);
  const avatar = avatarOf(claims.avatar);
  const rawData = keep(claims.raw);
  return {
    id: idOf(claims.id),
    ...(claims.issuer !== undefined && { issuer: claims.issuer }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(name !== undefined && { name }),
    ...(avatar !== undefined && { avatar }),
    ...(rawData !== undefined && { rawData }),
  };
}

function idOf(value: unknown): string {
  const id = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  // An id that had to be cut or cleaned could become somebody else's.
  const good = typeof id === 'string' && id.length <= MAX_ID && id.trim() !== '' && !/\p{C}/u.test(id);
  if (!good) throw new ConnectorError('invalid_response', 'the provider names nobody');
  return id;
}

const emailOf = (value: unknown): string | undefined => Email.safeParse(value).data;

/** International digits. */
function phoneOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\+?[\d\s().-]+$/.test(value)) return undefined;
  const digits = value.replaceAll(/\D/g, '');
  return digits.length >= 5 && digits.length <= 15 ? digits : undefined;
}

function nameOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const name = [...storable(value).trim()].slice(0, MAX_NAME).join('').trim();
  return name === '' ? undefined : name;
}

/** Never fetched, only shown: http(s) alone. */
function avatarOf(value: unknown): string | undefined {
  return AvatarUrl.safeParse(value).data;
}

/** Whether a flag is set; `acceptText` takes the text `true` for it, as some providers write it. */
export const isTrue = (value: unknown, acceptText = false): boolean =>
  value === true || (acceptText && value === 'true');

const secretMember = /token|secret|password|^(nonce|c_hash|at_hash|s_hash|code)$/i;

/** The document without tokens and without text that the database cannot hold; undefined for one that is too large. */
function keep(raw: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined {
  const kept = copy(raw, 0) as Record<string, unknown>;
  return JSON.stringify(kept).length <= MAX_RAW ? kept : undefined;
}

function copy(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return storable(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map(member => copy(member, depth + 1));
  const members = Object.entries(value).filter(([key]) => !secretMember.test(key));
  return Object.fromEntries(members.map(([key, member]) => [storable(key), copy(member, depth + 1)]));
}

const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();
