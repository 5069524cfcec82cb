import type { Words } from '@freehold/client/react/kit';
import type { StepUpRule } from '@freehold/contract';
import { consoleWords as german } from '@freehold/messages/de/console';
import { consoleWords as english } from '@freehold/messages/en/console';
import { createFormatter } from '@freehold/messages/format';
import { describe, expect, it } from 'vitest';
import { methodList, outcomeOf, ruleSentence, verdictSentence } from './policy-words.ts';

const wordsOf = (locale: 'en' | 'de'): Words => {
  const { text } = createFormatter<string>(locale, locale === 'en' ? english : german);
  return { locale, text, rich: () => null };
};
const rule: StepUpRule = { proof: 'always', maxAgeSeconds: 600, singleUse: false, strength: 'any' };

describe('a rule as a sentence', () => {
  it.each<[Partial<StepUpRule>, string]>([
    [{}, 'People confirm in any way that they have, at most 10 minutes before.'],
    [
      { strength: 'strongest', singleUse: true, maxAgeSeconds: 60 },
      'People confirm in the strongest way that they have, at most 1 minute before, anew for each change.',
    ],
    [
      { proof: 'ifAble', maxAgeSeconds: 30 },
      'People who can confirm in any way that they have, at most 30 seconds before. Nobody else is asked.',
    ],
    [{ proof: 'never', singleUse: true }, 'Nobody is asked.'],
  ])('%o', (change, sentence) => {
    expect(ruleSentence({ ...rule, ...change }, wordsOf('en'))).toBe(sentence);
  });

  it('is one in other languages too', () => {
    expect(ruleSentence({ ...rule, maxAgeSeconds: 90, singleUse: true }, wordsOf('de'))).toBe(
      'Alle müssen sich bestätigt haben: auf einem beliebigen Weg, den sie haben, vor höchstens 90 Sekunden, für jede Änderung neu.',
    );
  });
});

describe('a verdict as a sentence', () => {
  it('names what would do, and which part of the rule decided', () => {
    const say = (reason: Parameters<typeof verdictSentence>[0]['reason'], ...methods: ('password' | 'email')[]) =>
      verdictSentence({ reason, acceptableMethods: methods }, wordsOf('en'));
    expect(say('always', 'password', 'email')).toBe(
      'Would be asked for the password or a code by email: the policy asks everybody.',
    );
    expect(say('never', 'password')).toBe('Allowed at once: the policy asks nobody.');
    expect(say('noSender')).toMatch(/^Can’t do this at all: .* no connector can send it\.$/);
    expect(methodList(['password', 'phone', 'email'], wordsOf('de'))).toBe(
      'Passwort, Code per SMS oder Code per E-Mail',
    );
  });

  it('is one of three', () => {
    expect(outcomeOf({ proofNeeded: false, acceptableMethods: [] })).toBe('allowed');
    expect(outcomeOf({ proofNeeded: true, acceptableMethods: ['email'] })).toBe('asked');
    expect(outcomeOf({ proofNeeded: true, acceptableMethods: [] })).toBe('blocked');
  });
});
