// C0 and C1 controls, directional marks, embeddings, overrides and isolates: a name that holds them
// can make the words around it read backwards ("\u202Egnp.exe" shows as "exe.png").
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed here
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
const stackedMarks = /(\p{M}{4})\p{M}+/gu;

/** Text of people and applications, made safe to stand inside our sentences; at most `limit` code points. */
export function plain(value: string, limit = 60): string {
  const clean = value.toWellFormed().replace(invisible, '').replace(stackedMarks, '$1').trim();
  const characters = [...clean];
  return characters.length > limit ? `${characters.slice(0, limit).join('')}…` : clean;
}
