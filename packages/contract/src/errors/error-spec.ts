/** One problem code: its HTTP status and the words of its page `/errors/<code>`. */
export interface ErrorSpec {
  /** HTTP status where nothing else is said. */
  readonly status: number;
  /** Statuses that some operations answer instead, because existing clients rely on them. */
  readonly alsoStatus?: readonly number[];
  /** RFC 9457 `title`: short English, the same for every occurrence, never localized. */
  readonly title: string;
  /** When it happens. */
  readonly when: string;
  /** What the caller can do about it. */
  readonly fix: string;
}
