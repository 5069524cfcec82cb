import type { SignInExperience } from '@freehold/contract';
import { formatMessage, type Locale, type MailKey, type MessageValues } from '@freehold/messages';
import { deviceName } from './device-name.ts';
import { oneLine } from './fill-template.ts';
import type { Notice } from './messenger.ts';

/** What a notice says: in a mail all of it, in a text message `short`. */
export interface NoticeWords {
  readonly subject: string;
  readonly lead: string;
  readonly notes: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly advice: readonly string[];
  readonly short: readonly string[];
}

interface Speech {
  readonly locale: Locale;
  /** Who speaks. */
  readonly app: string;
  readonly settings: Pick<SignInExperience, 'supportEmail' | 'supportWebsiteUrl'>;
}

/** The words of a notice. None of them is a link to click: a notice that teaches people to do so helps who forges one. */
export function noticeWords(notice: Notice, { locale, app, settings }: Speech): NoticeWords {
  const { kind, byAdministrator, ip, userAgent } = notice;
  const say = (key: MailKey, values: MessageValues = {}) => formatMessage(locale, `mails.${key}`, { app, ...values });
  const values = { from: notice.from ?? '', to: notice.to ?? '', provider: oneLine(notice.provider ?? '') };
  const lead = say(`notice.${kind}.text`, values);
  const support = settings.supportEmail || settings.supportWebsiteUrl || undefined;
  const notYou = support === undefined ? say('notice.not_you') : say('notice.not_you_support', { support });
  const device = byAdministrator ? undefined : deviceName(userAgent);
  const facts = [
    { label: say('notice.when'), value: when(notice, locale) },
    ...(device
      ? [{ label: say('notice.device'), value: device.system ? say('notice.device_name', device) : device.browser }]
      : []),
    // An administrator's own address is theirs.
    ...(ip !== undefined && !byAdministrator ? [{ label: say('notice.ip'), value: ip }] : []),
  ];
  const lockedOut = kind === 'locked_out';
  return {
    subject: say(`notice.${kind}.subject`, values),
    lead,
    notes: byAdministrator ? [say('notice.by_administrator')] : [],
    facts,
    // Of an administrator's change the person is told, not warned.
    advice: byAdministrator
      ? []
      : lockedOut
        ? [say('notice.locked_out.advice')]
        : [say('notice.nothing_to_do'), notYou],
    short: [
      lead,
      ...(byAdministrator ? [say('notice.by_administrator')] : lockedOut ? [] : [say('notice.not_you_short')]),
    ],
  };
}

/** What templates may say of a notice. */
export const noticePayload = ({ kind, at, ip }: Notice, { subject, lead, facts }: NoticeWords) => ({
  kind,
  subject,
  text: lead,
  at: at.toISOString(),
  time: facts[0]?.value ?? '',
  ...(ip !== undefined && { ip }),
});

/** In the person's time zone, and where that is not known in the one that the words name. */
function when({ at, timeZone }: Notice, locale: Locale): string {
  const style = { dateStyle: 'long', timeStyle: 'short' } as const;
  if (timeZone !== undefined) {
    try {
      const options = { year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const;
      return new Intl.DateTimeFormat(locale, { ...options, timeZoneName: 'short', timeZone }).format(at);
    } catch {
      // What a person has written into their profile need not be a time zone.
    }
  }
  const time = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(at);
  return formatMessage(locale, 'mails.notice.utc', { time });
}
