let kept: string | undefined;

/** Keeps a sentence for the page that is opened next: what was done there, where it can no longer be told here. */
export function leaveSentence(sentence: string): void {
  kept = sentence;
}

/** The sentence that the page before has left; once. */
export function takeSentence(): string | undefined {
  const sentence = kept;
  kept = undefined;
  return sentence;
}
