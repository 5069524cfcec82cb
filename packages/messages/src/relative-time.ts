import type { Locale } from './locales.ts';

const formats = new Map<Locale, Intl.RelativeTimeFormat>();

/**
 * A time from now in words, such as `in 60 minutes`, `60 分鐘後`, `dans 60 minutes`: the value for `{relativeTime}` in a sentence.
 *
 * `seconds` counts from now and is rounded up to whole units, so that nobody is told to come back too early.
 */
export const formatRelativeTime = (locale: Locale, seconds: number): string => {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
    formats.set(locale, format);
  }
  if (seconds < 90) return format.format(Math.ceil(seconds), 'second');
  if (seconds < 90 * 60) return format.format(Math.ceil(seconds / 60), 'minute');
  if (seconds < 36 * 3600) return format.format(Math.ceil(seconds / 3600), 'hour');
  return format.format(Math.ceil(seconds / 86_400), 'day');
};
