/** What the next page of this sign-in says first: what has just happened on the one before. */
export type PageNotice = { readonly tone: 'ok' | 'info' | 'error'; readonly sentence: string };

let waiting: PageNotice | undefined;

/** Leaves a notice for the next page. */
export function leaveNotice(notice: PageNotice): void {
  waiting = notice;
}

/** The notice that was left, for the page that opens now. */
export function peekNotice(): PageNotice | undefined {
  return waiting;
}

/** It was read. */
export function clearNotice(): void {
  waiting = undefined;
}
