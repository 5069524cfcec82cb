import type { ReadEvent } from '../events/index.ts';
import { maskedEmail, maskedPhone } from '../lib/index.ts';
import type { Addressee } from '../users/index.ts';
import type { Notice, NoticeKind } from './messenger.ts';

/** One message of a notice. */
export interface PlannedNotice {
  /** Names it among the messages of its event; holds no address. */
  readonly recipient: string;
  readonly channel: 'email' | 'phone';
  readonly to: string;
  readonly notice: Notice;
}

/** An address of a person. */
type Place = Pick<PlannedNotice, 'recipient' | 'channel' | 'to'>;

/**
 * Who is told of an event, where, and what: nobody of an event that has no words.
 *
 * A change of an address is told at the old one and at the new one, which may be somebody else's by then: it names both,
 * the other one not so that a stranger could read it. Everything else goes to the person's email, or to their phone when they have
 * none. A new address without an old one is told at the person's other address too: otherwise whoever adds their own
 * would be the only one to hear of it.
 */
export function planNotice(event: ReadEvent, user: Addressee): readonly PlannedNotice[] {
  const kind = kindOf(event);
  if (kind === undefined) return [];
  const { old, next } = valuesOf(event);
  const notice: Notice = {
    kind,
    at: event.createdAt,
    byAdministrator: event.actor.kind === 'application' || (event.actor.kind === 'user' && event.actor.id !== user.id),
    provider: text(event.data['provider']),
    // The address of whoever failed so often is not that of the person.
    ip: text(event.personal?.['ip']),
    userAgent: text(event.personal?.['userAgent']),
    timeZone: text(user.profile['zoneinfo']),
  };
  const isAddress = kind.startsWith('email_') || kind.startsWith('phone_');
  return placesOf(event, user).map(place => ({
    ...place,
    notice: isAddress ? { ...notice, from: as(place, old), to: as(place, next) } : notice,
  }));
}

function placesOf(event: ReadEvent, user: Addressee): readonly Place[] {
  const own = ownPlace(user);
  const identifier = event.type === 'identifier-changed' ? event.personal?.['identifier'] : undefined;
  if (identifier !== 'email' && identifier !== 'phone') return own ? [own] : [];
  const { old, next } = valuesOf(event);
  const other =
    identifier === 'email'
      ? placeOf('other', 'phone', user.primary_phone)
      : placeOf('other', 'email', user.primary_email);
  const places = [
    placeOf('old', identifier, old),
    placeOf('new', identifier, next),
    ...(old === undefined ? [other] : []),
  ].filter(place => place !== undefined);
  // A change of its spelling alone is told once.
  return places.filter(({ to }, i) => places.findIndex(each => each.to.toLowerCase() === to.toLowerCase()) === i);
}

const ownPlace = (user: Addressee): Place | undefined =>
  placeOf('own', 'email', user.primary_email) ?? placeOf('own', 'phone', user.primary_phone);

const placeOf = (recipient: string, channel: Place['channel'], to: string | null | undefined): Place | undefined =>
  to === null || to === undefined || to === '' ? undefined : { recipient, channel, to };

function kindOf(event: ReadEvent): NoticeKind | undefined {
  const { type, data } = event;
  switch (type) {
    case 'credential-change':
      return credentialKind(data);
    case 'identifier-changed':
      return identifierKind(event);
    case 'identity-linked':
      return 'identity_linked';
    case 'identity-unlinked':
      return 'identity_unlinked';
    case 'device-added':
      return 'device_added';
    case 'identifier-lockout':
      return 'locked_out';
    default:
      return undefined;
  }
}

/** That a password expires is said where the person signs in; nothing of theirs has changed. */
function credentialKind({ credential, change }: ReadEvent['data']): NoticeKind | undefined {
  const isPassword = credential === 'password';
  switch (change) {
    case 'create':
    case 'add':
      return isPassword ? 'password_set' : 'factor_added';
    case 'update':
    case 'rename':
      return isPassword ? 'password_changed' : 'factor_changed';
    case 'delete':
    case 'remove':
      return isPassword ? 'password_removed' : 'factor_removed';
    default:
      return undefined;
  }
}

function identifierKind(event: ReadEvent): NoticeKind | undefined {
  const identifier = event.personal?.['identifier'];
  if (identifier === 'username') return 'username_changed';
  if (identifier !== 'email' && identifier !== 'phone') return undefined;
  const { old, next } = valuesOf(event);
  if (next === undefined) return `${identifier}_removed`;
  return old === undefined ? `${identifier}_added` : `${identifier}_changed`;
}

const valuesOf = ({ personal }: ReadEvent) => ({ old: text(personal?.['old']), next: text(personal?.['new']) });

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** An address as it may be read at a place: in full where it is that place, else for those alone who know it. */
function as(place: Place, address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const isEmail = address.includes('@');
  if (address === place.to) return isEmail ? address : `+${address}`;
  return isEmail ? maskedEmail(address) : maskedPhone(address);
}
