/**
 * Whether JSON nests objects and arrays in each other more deeply than `limit`: told without parsing it, in one pass and
 * without recursion. Of text that is no JSON it tells nothing of use.
 */
export function isDeeperThan(limit: number, json: string): boolean {
  let depth = 0;
  for (let i = 0; i < json.length; i += 1) {
    const character = json[i];
    if (character === '"') i = endOfString(json, i);
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}

/** Index of the quote that ends the string that begins at `start`. A loop: a pattern would try again at every quote. */
function endOfString(json: string, start: number): number {
  let i = start + 1;
  while (i < json.length && json[i] !== '"') i += json[i] === '\\' ? 2 : 1;
  return i;
}
