/** Which address shows which page. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});

describe('a way to sign in that is not offered', () => {
  test.each(['social/google', 'sso/acme', 'social/%00', 'social/..%2f..%2fevil.test'])(
    '%s: leads to the page with those that are',
    async way => {
      const { status, headers } = await app.request('GET', `/direct/${way}?app_id=an-app&ui_locales=zh-TW`);
      expect([status, headers['location']]).toEqual([
        303,
        `${app.tenant.endpoint}/sign-in?app_id=an-app&ui_locales=zh-TW`,
      ]);
    },
  );
});
