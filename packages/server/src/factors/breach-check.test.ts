import { describe, expect, test } from 'vitest';
import { createBreachCheck } from './breach-check.ts';

// SHA-1 of "password": 5BAA6 1E4C9B93F3F0682250B6CF8331B7EE68FD8
const END = '1E4C9B93F3F0682250B6CF8331B7EE68FD8';

function checkAgainst(answer: (url: string, init?: RequestInit) => Promise<Response>) {
  const failures: unknown[] = [];
  const requests: { url: string; init: RequestInit | undefined }[] = [];
  const check = createBreachCheck({
    deadlineMilliseconds: 20,
    onFailure: cause => failures.push(cause),
    fetch: async (url, init) => {
      requests.push({ url: String(url), init });
      return answer(String(url), init);
    },
  });
  return { check, failures, requests };
}

describe('the breach check', () => {
  test.each<[string, string, boolean]>([
    ['listed', `0000000000000000000000000000000000A:3\r\n${END}:42\r\n`, true],
    ['listed in small letters', `${END.toLowerCase()}:42`, true],
    ['padding', `${END}:0`, false],
    ['another one', `0000000000000000000000000000000000A:3`, false],
    ['part of a line', `x${END}:42`, false],
    ['empty', '', false],
  ])('%s', async (_, body, expected) => {
    const { check, failures } = checkAgainst(async () => new Response(body));
    expect(await check('password')).toBe(expected);
    expect(failures).toEqual([]);
  });

  test('tells the service five digits of the hash and nothing else', async () => {
    const { check, requests } = checkAgainst(async () => new Response(''));
    await check('password');
    expect(requests).toHaveLength(1);
    expect(requests[0]?.url).toBe('https://api.pwnedpasswords.com/range/5BAA6');
    expect(requests[0]?.init).toMatchObject({ headers: { 'Add-Padding': 'true' }, redirect: 'error' });
    expect(requests[0]?.init?.body).toBeUndefined();
  });

  test.each<[string, (url: string, init?: RequestInit) => Promise<Response>]>([
    ['refuses', async () => new Response(`${END}:42`, { status: 503 })],
    ['is not there', () => Promise.reject(new TypeError('fetch failed'))],
    [
      'does not answer in time',
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        }),
    ],
  ])('lets the password pass, and says so, when the service %s', async (_, answer) => {
    const { check, failures } = checkAgainst(answer);
    expect(await check('password')).toBe(false);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toBeInstanceOf(Error);
  });
});
