import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freePort, managementOf, newDataFolder, run, startServer } from './own-server.ts';

const secretsKey = Buffer.alloc(32, 3).toString('base64');
const production = { NODE_ENV: 'production', SECRETS_KEY: secretsKey };

describe('an operator runs the product', () => {
  test('the first start makes secrets for its owner alone and shows them once; the second does not', async () => {
    const folder = await newDataFolder();
    const first = await startServer(folder);
    const file = join(folder, 'secrets.json');
    const secrets = JSON.parse(await readFile(file, 'utf8'));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { output } = await first.end('SIGTERM');
    expect(output).toContain('development mode');
    expect(output).toContain(secrets.demoPassword);
    expect(output).toContain(`admin / ${secrets.administratorPassword}`);
    expect(output).not.toContain(secrets.secretsKey);
    const second = await startServer(folder);
    const again = await second.end('SIGTERM');
    expect(again.code).toBe(0);
    expect(again.output).not.toContain(secrets.demoPassword);
    expect(again.output).not.toContain(secrets.administratorPassword);
  });

  test('production prints where secrets are, not what they are, and has neither demo user nor demo app', async () => {
    const folder = await newDataFolder();
    const trying = await startServer(folder, { SECRETS_KEY: secretsKey });
    expect((await fetch(`${trying.url}/demo-app`)).status).toBe(200);
    const before = await managementOf(trying.url);
    expect((await before('GET', '/api/users/demouser0000')).status).toBe(200);
    await trying.end('SIGTERM');

    const serving = await startServer(folder, production);
    const management = await managementOf(serving.url);
    expect((await management('GET', '/api/users/demouser0000')).status).toBe(404);
    expect((await fetch(`${serving.url}/demo-app`)).status).toBe(404);
    const authorization = await fetch(
      `${serving.url}/oidc/auth?client_id=demo-app&response_type=code&scope=openid&redirect_uri=${serving.url}/demo-app`,
      { redirect: 'manual' },
    );
    expect(authorization.status).toBe(400);
    const { output } = await serving.end('SIGTERM');
    expect(output).toContain('production mode');
    expect(output).not.toMatch(/demo user|secret [A-Za-z0-9]{16}/);
  });

  test('production begins with an administrator, whose password it tells nobody', async () => {
    const folder = await newDataFolder();
    const server = await startServer(folder, production);
    const { administratorPassword } = JSON.parse(await readFile(join(folder, 'secrets.json'), 'utf8'));
    const management = await managementOf(server.url);
    const [admin] = (await (await management('GET', '/api/users?search.username=admin&mode=exact')).json()) as {
      id: string;
    }[];
    const roles = await (await management('GET', `/api/users/${admin?.id}/roles`)).json();
    expect(roles).toMatchObject([{ id: 'administrator' }]);
    const verified = await management('POST', `/api/users/${admin?.id}/password/verify`, {
      password: administratorPassword,
    });
    expect(verified.status).toBe(204);
    const { output } = await server.end('SIGTERM');
    expect(output).toContain(join(folder, 'secrets.json'));
    expect(output).not.toContain(administratorPassword);
  });

  test.each<[string, Record<string, string>, RegExp, string[]?]>([
    ['a port that is none', { PORT: 'abc' }, /^freehold: PORT must be a whole number\n$/],
    ['an endpoint that is none', { ENDPOINT: 'localhost' }, /^freehold: ENDPOINT must be an http\(s\) URL\n$/],
    [
      'a key of the wrong length',
      { SECRETS_KEY: 'c2hvcnQ=' },
      /^freehold: SECRETS_KEY must be base64 of 32 bytes[^\n]*\n$/,
    ],
    [
      'production without a key',
      { NODE_ENV: 'production' },
      /^freehold: SECRETS_KEY is required in production[^\n]*\n$/,
    ],
    ['a database that is not there', { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, /^freehold: [^\n]+\n$/],
    ['a command that there is not', {}, /^Usage: freehold/, ['dance']],
    [
      'an option that there is not',
      {},
      /^freehold: Unknown option '--nope'[^\n]*\n\nUsage: freehold/,
      ['tenant', 'add', 'x', '--nope'],
    ],
  ])('%s stops the start with a clear line', async (_, environment, line, args = []) => {
    const { code, output } = await run({ DATA_DIR: await newDataFolder(), ...environment }, args).ended;
    expect(output).toMatch(line);
    expect(code).toBe(1);
  });

  test('a second process on the same data folder is refused and told who holds it', async () => {
    const folder = await newDataFolder();
    const server = await startServer(folder);
    const { code, output } = await run({ DATA_DIR: folder, PORT: String(await freePort()) }).ended;
    expect(code).toBe(1);
    expect(output).toMatch(/^freehold: [^\n]+\n$/);
    expect(output).toContain(String(server.process.pid));
    expect((await server.end('SIGTERM')).code).toBe(0);
  });

  test('a port that is taken stops the start with a clear line', async () => {
    const port = await freePort();
    const taken = createServer().listen(port, '127.0.0.1');
    const { code, output } = await run({ DATA_DIR: await newDataFolder(), PORT: String(port) }).ended;
    taken.close();
    expect(code).toBe(1);
    expect(output).toMatch(new RegExp(`^freehold: [^\\n]*127\\.0\\.0\\.1:${port}\\n`, 'm'));
    expect(output).not.toMatch(/^\s+at /m);
  });

  test('the wrong key stops the start instead of the first sign-in', async () => {
    const folder = await newDataFolder();
    await (await startServer(folder, { SECRETS_KEY: secretsKey })).end('SIGTERM');
    const other = Buffer.alloc(32, 4).toString('base64');
    const { code, output } = await run({ DATA_DIR: folder, PORT: String(await freePort()), SECRETS_KEY: other }).ended;
    expect(code).toBe(1);
    expect(output).toMatch(/^freehold: SECRETS_KEY[^\n]+\n$/);
  });

  test('keys rotate, secrets rotate, tenants and administrators are added', async () => {
    const folder = await newDataFolder();
    const environment = { DATA_DIR: folder, SECRETS_KEY: secretsKey };
    await (await startServer(folder, environment)).end('SIGTERM');
    expect(await run(environment, ['keys', 'rotate']).ended).toMatchObject({
      code: 0,
      output: expect.stringMatching(/new signing key/),
    });
    const both = { ...environment, SECRETS_KEY: `${Buffer.alloc(32, 5).toString('base64')},${secretsKey}` };
    expect(await run(both, ['secrets', 'rotate']).ended).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^Encrypted [1-9]\d* secrets/),
    });
    const next = { ...environment, SECRETS_KEY: Buffer.alloc(32, 5).toString('base64'), TENANT_DOMAIN: 'tenants.test' };
    expect(await run(next, ['tenant', 'add', 'acme']).ended).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^Made the tenant acme/),
    });
    expect(await run(next, ['tenant', 'add', 'acme']).ended).toMatchObject({ code: 1 });
    expect(await run(next, ['administrator', 'add', 'grace', '--tenant', 'acme']).ended).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^Made the administrator grace\.\n {2}password {2}\w{16}\n$/),
    });
    expect(await run(next, ['administrator', 'add', 'admin']).ended).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^admin is an administrator and has a new password\.[^\n]*\n {2}password/),
    });
    for (const wrong of [['no spaces'], ['grace', '--tenant', 'nowhere'], []])
      expect(await run(next, ['administrator', 'add', ...wrong]).ended).toMatchObject({ code: 1 });
    const server = await startServer(folder, next);
    const keys = (await (await fetch(`${server.url}/oidc/jwks`)).json()) as { keys: unknown[] };
    expect(keys.keys).toHaveLength(2);
    await server.end('SIGTERM');
  });

  test('a stop lets requests under way finish', async () => {
    const server = await startServer(await newDataFolder());
    const management = await managementOf(server.url);
    const twenty = <T>(make: (i: number) => Promise<T>) => Array.from({ length: 20 }, (_, i) => make(i));
    // Open connections first: a request that still waits to be accepted is not under way.
    await Promise.all(twenty(() => management('GET', '/api/account-center')));
    const requests = twenty(i =>
      management('POST', '/api/users', { username: `u${i}`, password: 'x' }).then(
        answer => answer.status,
        () => 'lost',
      ),
    );
    // Each hashes a password, one or two at a time: when the first is answered, the others are in the middle of it.
    await Promise.race(requests);
    const { code, output } = await server.end('SIGTERM');
    expect(await Promise.all(requests)).toEqual(Array(20).fill(200));
    expect(code).toBe(0);
    expect(output).not.toContain('unforeseen');
  });

  test('killed under write load, it has every write that it has acknowledged', async () => {
    const folder = await newDataFolder();
    const acknowledged: string[] = [];
    for (let round = 0; round < 2; round++) {
      const server = await startServer(folder);
      const management = await managementOf(server.url);
      let killed = false;
      const write = async (writer: number) => {
        for (let i = 0; !killed; i++) {
          const answer = await management('POST', '/api/users', { username: `r${round}w${writer}n${i}` }).catch(
            () => undefined,
          );
          if (answer?.status === 200) acknowledged.push(((await answer.json()) as { id: string }).id);
        }
      };
      const writers = Promise.all(Array.from({ length: 8 }, (_, i) => write(i).catch(() => undefined)));
      const enough = acknowledged.length + 60;
      while (acknowledged.length < enough) await new Promise(resolve => setTimeout(resolve, 5));
      killed = true;
      await server.end('SIGKILL');
      await writers;
    }
    const server = await startServer(folder);
    const management = await managementOf(server.url);
    const lost: string[] = [];
    for (const id of acknowledged) if ((await management('GET', `/api/users/${id}`)).status !== 200) lost.push(id);
    expect(acknowledged.length).toBeGreaterThanOrEqual(120);
    expect(lost).toEqual([]);
    await server.end('SIGTERM');
  }, 120_000);
});
