import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEnvelope, createKeyRing, createTestClock, newId, type TestClock } from '../lib/index.ts';
import { deleteTenant } from '../testing/oidc-world.store.ts';
import { testDatabase } from '../testing/test-database.ts';
import { isTenantId, normalizeEndpoint, normalizeHost } from './endpoints.ts';
import { changeTenant, createTenant, createTenantDirectory, type TenantPlaces } from './index.ts';

const envelope = createEnvelope(createKeyRing(Buffer.alloc(32, 3).toString('base64')));
let clock: TestClock;
let made: string[] = [];
beforeEach(() => {
  clock = createTestClock(new Date('2026-05-01T00:00:00Z'));
});
afterEach(async () => {
  const database = await testDatabase();
  for (const id of made) await deleteTenant(database, id);
  made = [];
});

async function add(id: string, endpoint?: string, furnish?: () => Promise<void>): Promise<boolean> {
  const database = await testDatabase();
  made.push(id);
  return createTenant({ database, envelope, now: clock() }, { id, endpoint }, furnish);
}
const newTenantId = () => `d${newId(10)}`;
const directory = async (places: Partial<TenantPlaces> = {}) =>
  createTenantDirectory({
    database: await testDatabase(),
    clock,
    places: { endpoint: 'https://id.example.test', tenantDomain: 'example.test', ...places },
  });

describe('a request’s tenant', () => {
  test('is the one label below the domain, and never the default by mistake', async () => {
    const id = newTenantId();
    await add('default');
    await add(id);
    const { findByHost } = await directory();
    expect(await findByHost(`${id}.example.test`)).toMatchObject({
      id,
      endpoint: `https://${id}.example.test`,
      issuer: `https://${id}.example.test/oidc`,
    });
    expect((await findByHost(`${id.toUpperCase()}.Example.TEST.`)).id).toBe(id);
    expect((await findByHost('id.example.test')).id).toBe('default');
    const unknown = [
      'nobody.example.test',
      'example.test',
      `a.${id}.example.test`,
      `${id}example.test`,
      'evil.test',
      '127.0.0.1',
      '',
      undefined,
      `x@${id}.example.test`,
      `${id}.example.test/x`,
    ];
    for (const host of unknown) await expect(findByHost(host)).rejects.toMatchObject({ code: 'tenant.not_found' });
  });

  test('is found by its own endpoint, with or without the standard port', async () => {
    const id = newTenantId();
    await add(id, `https://${id}.own.test/base/`);
    const { findByHost } = await directory();
    for (const host of [`${id}.own.test`, `${id}.own.test:443`, `${id}.OWN.test`]) {
      expect(await findByHost(host)).toMatchObject({ id, endpoint: `https://${id}.own.test/base` });
    }
    await expect(findByHost(`${id}.own.test:8443`)).rejects.toMatchObject({ code: 'tenant.not_found' });
    await expect(add(newTenantId(), `http://${id}.own.test`)).rejects.toMatchObject({ constraint: 'tenants_host_key' });
  });

  test('is the default one for every host without a domain for tenants', async () => {
    const id = newTenantId();
    await add('default');
    await add(id, `https://${id}.own.test`);
    const { findByHost } = await directory({ tenantDomain: undefined, endpoint: 'http://localhost:3001/base' });
    for (const host of ['localhost:3001', '10.0.0.1:3001', 'evil.test', '[::1]:3001', '', undefined]) {
      expect(await findByHost(host)).toMatchObject({
        id: 'default',
        endpoint: 'http://localhost:3001/base',
        issuer: 'http://localhost:3001/base/oidc',
      });
    }
    expect((await findByHost(`${id}.own.test`)).id).toBe(id);
  });

  test('cannot be taken over by a tenant that claims the installation’s host', async () => {
    await add('default');
    await add(newTenantId(), 'https://id.example.test');
    expect((await (await directory()).findByHost('id.example.test')).id).toBe('default');
  });

  test('keeps scheme and port of the installation', async () => {
    const id = newTenantId();
    await add(id);
    const { find } = await directory({ endpoint: 'http://id.example.test:3001' });
    expect((await find(id)).endpoint).toBe(`http://${id}.example.test:3001`);
  });
});

describe('what is remembered of a tenant', () => {
  test('is forgotten within seconds, also that there is none', async () => {
    const database = await testDatabase();
    const id = newTenantId();
    const { find } = await directory();
    await expect(find(id)).rejects.toMatchObject({ code: 'tenant.not_found' });
    await add(id);
    await expect(find(id)).rejects.toMatchObject({ code: 'tenant.not_found' });
    clock.advance(5_000);
    expect((await find(id)).version).toBe(1);
    await database.transaction(tx => changeTenant(tx, id));
    expect((await find(id)).version).toBe(1);
    clock.advance(5_000);
    expect((await find(id)).version).toBe(2);
  });

  test('is forgotten at once when this process says so', async () => {
    const database = await testDatabase();
    const id = newTenantId();
    await add(id);
    const { find, forget } = await directory();
    await find(id);
    await database.transaction(tx => changeTenant(tx, id));
    forget();
    expect((await find(id)).version).toBe(2);
  });
});

describe('making a tenant', () => {
  test('furnishes it exactly once, however many processes begin', async () => {
    const id = newTenantId();
    let furnished = 0;
    const all = await Promise.all(Array.from({ length: 5 }, () => add(id, undefined, async () => void furnished++)));
    expect(all.filter(Boolean).length).toBe(1);
    expect(furnished).toBe(1);
  });

  test('is undone when furnishing it fails', async () => {
    const id = newTenantId();
    const failing = async () => {
      throw new Error('no furniture');
    };
    await expect(add(id, undefined, failing)).rejects.toThrow('no furniture');
    expect(await add(id)).toBe(true);
  });

  test.each(['', 'A', 'a_b', '-a', 'a-', 'a.b', 'x'.repeat(64)])('refuses the id %j', async id => {
    expect(isTenantId(id)).toBe(false);
    await expect(add(id)).rejects.toThrow(TypeError);
  });

  test.each(['ftp://x.test', 'https://x.test/?a', 'https://x.test/#a', 'https://u:p@x.test', 'x.test'])(
    'refuses the endpoint %s',
    async endpoint => {
      await expect(add(newTenantId(), endpoint)).rejects.toThrow(TypeError);
    },
  );
});

describe('addresses', () => {
  test.each([
    ['https://X.test/', 'https://x.test'],
    ['https://x.test/a/b//', 'https://x.test/a/b'],
    ['http://x.test:80', 'http://x.test'],
    ['http://[::1]:3001', 'http://[::1]:3001'],
  ])('%s is written %s', (text, expected) => {
    expect(normalizeEndpoint(text)).toBe(expected);
  });

  test.each([
    ['x.test:443', 'x.test'],
    ['x.test:80', 'x.test'],
    ['X.test.', 'x.test'],
    ['x.test:3001', 'x.test:3001'],
    ['a b', undefined],
    ['x.test, y.test', undefined],
  ])('the host %s is %s', (text, expected) => {
    expect(normalizeHost(text)).toBe(expected);
  });
});
