import { describe, expect, test } from 'vitest';
import { readTokenResponse, renewed, tokensView } from './token-set.ts';

const now = new Date('2030-01-01T00:00:00.000Z');
const inSeconds = (seconds: number) => now.getTime() + seconds * 1000;
const read = (more: object) => readTokenResponse({ access_token: 'a', ...more }, now);

describe('the answer of a token endpoint', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'access_token=a'],
    ['no access token', { refresh_token: 'r' }],
    ['an empty access token', { access_token: '' }],
    ['an access token that is no text', { access_token: 7 }],
    ['an access token that is inherited', Object.create({ access_token: 'a' })],
    ['an access token that is too long to be kept', { access_token: 'a'.repeat(16_385) }],
  ])('holds no tokens: %s', (_, response) => {
    expect(readTokenResponse(response, now)).toBeUndefined();
  });

  test('is kept as far as it is used', () => {
    const whole = { refresh_token: 'r', scope: 'read write', token_type: 'Bearer', expires_in: 60, id_token: 'i' };
    expect(read(whole)).toEqual({
      accessToken: 'a',
      refreshToken: 'r',
      scope: 'read write',
      tokenType: 'Bearer',
      expiresAt: inSeconds(60),
    });
    expect(read({ refresh_token: 1, scope: ['x'], token_type: {}, expires_in: {} })).toEqual({ accessToken: 'a' });
  });

  test.each<[unknown, number | undefined]>([
    [3600, 3600],
    ['28800', 28_800],
    ['59.9', 59],
    [0, 0],
    [-1, 0],
    ['-1', 0],
    [1e300, 315_360_000],
    [Number.NaN, undefined],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
    [true, undefined],
  ])('lasts, with expires_in %j, %s seconds', (expires_in, seconds) => {
    expect(read({ expires_in })?.expiresAt).toBe(seconds === undefined ? undefined : inSeconds(seconds));
  });
});

test('what is renewed keeps what the provider does not say anew, and never an old end', () => {
  const old = { accessToken: 'a', refreshToken: 'r', scope: 's', tokenType: 't', expiresAt: 1 };
  expect(renewed(old, { accessToken: 'b' })).toEqual({
    accessToken: 'b',
    refreshToken: 'r',
    scope: 's',
    tokenType: 't',
  });
  const fresh = { accessToken: 'b', refreshToken: 'q', scope: 'p', tokenType: 'u', expiresAt: 2 };
  expect(renewed(old, fresh)).toEqual(fresh);
});

test('an application is shown no refresh token, and how long is left', () => {
  const tokens = { accessToken: 'a', refreshToken: 'r', scope: 's', tokenType: 't', expiresAt: inSeconds(60) };
  expect(tokensView(tokens, new Date(inSeconds(0.5)))).toEqual({
    access_token: 'a',
    scope: 's',
    token_type: 't',
    expires_in: 59,
  });
  expect(tokensView({ accessToken: 'a' }, now)).toEqual({ access_token: 'a' });
});
