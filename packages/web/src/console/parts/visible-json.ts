// What has no shape of its own or turns the text around it: as in kit/plain.ts, but to be seen.
const invisible = /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;

/** A value as JSON, on several lines, in which nothing is invisible: such characters are written as escapes. */
export const visibleJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(
    invisible,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
