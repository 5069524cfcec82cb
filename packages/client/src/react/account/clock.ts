/** A moment of today by its time, another one with its day. */
export function momentOf(instant: number, locale: string, now = Date.now()): string {
  const isToday = new Date(instant).toDateString() === new Date(now).toDateString();
  const day = isToday ? {} : ({ month: 'short', day: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { ...day, hour: 'numeric', minute: '2-digit' }).format(instant);
}
