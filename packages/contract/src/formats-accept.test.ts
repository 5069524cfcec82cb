import { describe, expect, it } from 'vitest';
import { AvatarUrl, CustomData, Email, Id, Phone, Text, Username } from './formats.ts';
import { isRedirectUri } from './management/applications.ts';

const size = 256 * 1024;
const of = (piece: string): string => piece.repeat(size / piece.length);

/** Texts that make a careless pattern try the same thing again and again; each as large as a request may be. */
const hostile: Readonly<Record<string, string>> = {
  'one letter': of('a'),
  'letters and a line end': `${of('a')}\n`,
  digits: `${of('1')}x`,
  spaces: `${of(' ')}x`,
  dots: `a@${of('.')}@`,
  'at signs': of('@'),
  'at signs and dots': `${of('@.')}@`,
  // Three dots each, once they are normalized.
  ellipses: `a@${of('\u2026')}@`,
  'short ellipses': `a@${'\u2026'.repeat(253)}@`,
  // Eighteen letters each.
  ligatures: of('\uFDFA'),
  'short ligatures': '\uFDFA'.repeat(256),
  accents: of('\u0301'),
  hyphens: of('-'),
  slashes: `https:${of('/')}`,
  schemes: of('javascript:'),
  encoded: `https://a.test/${of('%')}`,
  'half characters': of('\uD800'),
};

const judges: Readonly<Record<string, (text: string) => unknown>> = {
  text: text => Text.safeParse(text),
  username: text => Username.safeParse(text),
  email: text => Email.safeParse(text),
  phone: text => Phone.safeParse(text),
  avatar: text => AvatarUrl.safeParse(text),
  id: text => Id.safeParse(text),
  'custom data': text => CustomData.safeParse({ [text.slice(0, 1000)]: [text] }),
  'redirect URI': text => isRedirectUri(text),
};

describe('judging hostile text takes milliseconds', () => {
  it.each(Object.entries(judges))('%s', (_, judge) => {
    for (const [name, text] of Object.entries(hostile)) {
      const costs = [1, 2, 3].map(() => {
        const { user } = process.cpuUsage();
        judge(text);
        return (process.cpuUsage().user - user) / 1000;
      });
      // The best of three, far above one pass over the text (a few milliseconds) and far below its square (minutes).
      expect([name, Math.min(...costs) < 250]).toEqual([name, true]);
    }
  });
});
