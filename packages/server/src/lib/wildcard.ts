/** Where `piece` first occurs in `text` from `from` on, or -1; in time that grows with both together (Knuth, Morris, Pratt). */
function findFrom(text: string, piece: string, from: number): number {
  const fallback = new Uint16Array(piece.length);
  for (let i = 1, matched = 0; i < piece.length; i++) {
    while (matched > 0 && piece[i] !== piece[matched]) matched = fallback[matched - 1] ?? 0;
    if (piece[i] === piece[matched]) matched++;
    fallback[i] = matched;
  }
  for (let i = from, matched = 0; i < text.length; i++) {
    while (matched > 0 && text[i] !== piece[matched]) matched = fallback[matched - 1] ?? 0;
    if (text[i] === piece[matched]) matched++;
    if (matched === piece.length) return i + 1 - matched;
  }
  return -1;
}

/**
 * Whether `text` is `pattern`, where `*` stands for any text, also none. In time that grows with the length of both: a
 * regular expression made of what somebody configured, or a search that tries every place again, can be made to take
 * seconds (CVE-2026-62317).
 */
export function matchesWildcard(text: string, pattern: string): boolean {
  const [first = '', ...pieces] = pattern.split('*');
  const last = pieces.pop();
  if (last === undefined) return text === pattern;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  const middle = text.slice(0, end);
  let position = first.length;
  for (const piece of pieces) {
    if (piece === '') continue;
    // The first place is as good as any later one: whatever follows has the more room.
    const found = findFrom(middle, piece, position);
    if (found < 0) return false;
    position = found + piece.length;
  }
  return true;
}
