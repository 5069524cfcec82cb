import { sha256 } from '../../lib/index.ts';

/** Names the content of a style sheet, so that browsers may keep it and still see a change at once. */
export const versionOf = (css: string): string => sha256(css).toString('base64url').slice(0, 16);
