import { AuthorizationResponseError } from 'oauth4webapi';
import { expect, test } from 'vitest';
import { UnknownSignIn } from './relying-party.ts';
import { signInFailure } from './sign-in-failure.ts';

const words = { text: (key: string) => key };

const declined = new AuthorizationResponseError('no', {
  cause: new URLSearchParams({ error: 'access_denied', error_description: 'You declined.' }),
});

test.each([
  ['the provider’s own words', declined, 'You declined.'],
  ['an answer that nobody waits for', new UnknownSignIn(), 'session.unknown_answer'],
  ['a network that fails', new TypeError('Failed to fetch'), 'problem.network'],
  ['anything else, which is written for programmers', new Error('"response" is not conform'), 'problem.unknown'],
])('a sign-in that fails says so in the words of the page: %s', (_, error, sentence) => {
  expect(signInFailure(error, words)).toBe(sentence);
});
