/**
 * The same work, of whose calls only the last one counts, whichever is done first: what comes of the others, a failure too, is
 * undefined.
 */
export function lastOf<Input, Output>(
  work: (input: Input) => Promise<Output>,
): (input: Input) => Promise<Output | undefined> {
  let last = 0;
  return async input => {
    last += 1;
    const turn = last;
    try {
      const output = await work(input);
      return turn === last ? output : undefined;
    } catch (error) {
      if (turn === last) throw error;
      return undefined;
    }
  };
}
