/**
 * Registers an example with the Freehold that `npm start` runs, and lets people edit their account:
 *
 *     node examples/register.mjs react-app      # → examples/react-app/.env.local
 *     node examples/register.mjs plain-page     # → examples/plain-page/config.js
 *
 * What it sends is what an administrator would: it needs the Management API's client, which the first start of Freehold has
 * written into `data/secrets.json`. Run it again whenever you like; each run registers anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const examples = {
  'react-app': {
    origin: 'http://localhost:5173',
    callback: '/callback',
    write: (endpoint, clientId) => ({
      file: 'react-app/.env.local',
      text: `VITE_FREEHOLD_ENDPOINT=${endpoint}\nVITE_FREEHOLD_CLIENT_ID=${clientId}\n`,
    }),
  },
  'plain-page': {
    origin: 'http://localhost:5174',
    callback: '/',
    write: (endpoint, clientId) => ({
      file: 'plain-page/config.js',
      text: `export const endpoint = '${endpoint}';\nexport const clientId = '${clientId}';\n`,
    }),
  },
};

const [name = ''] = process.argv.slice(2);
const example = examples[name];
if (example === undefined) {
  console.error(`Which example? node examples/register.mjs ${Object.keys(examples).join(' | ')}`);
  process.exit(2);
}

const endpoint = process.env.FREEHOLD_ENDPOINT ?? 'http://localhost:3001';
const dataFolder = process.env.DATA_DIR ?? new URL('../data', import.meta.url).pathname;
const { managementAppId, managementAppSecret } = JSON.parse(readFileSync(`${dataFolder}/secrets.json`, 'utf8'));

async function send(method, path, token, body) {
  const response = await fetch(endpoint + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

const answer = await fetch(`${endpoint}/oidc/token`, {
  method: 'POST',
  headers: { authorization: `Basic ${Buffer.from(`${managementAppId}:${managementAppSecret}`).toString('base64')}` },
  body: new URLSearchParams({
    grant_type: 'client_credentials',
    resource: 'https://default.logto.app/api',
    scope: 'all',
  }),
});
if (!answer.ok) throw new Error(`No token: ${answer.status} ${await answer.text()}`);
const { access_token: token } = await answer.json();

const { id } = await send('POST', '/api/applications', token, {
  name: `Example: ${name}`,
  type: 'SPA',
  oidcClientMetadata: {
    redirectUris: [example.origin + example.callback],
    postLogoutRedirectUris: [`${example.origin}/`],
  },
});
const fields = ['name', 'avatar', 'profile', 'username', 'email', 'phone', 'password', 'social'];
await send('PATCH', '/api/account-center', token, {
  enabled: true,
  fields: Object.fromEntries(fields.map(field => [field, 'Edit'])),
});

const { file, text } = example.write(endpoint, id);
writeFileSync(new URL(file, import.meta.url), text);
console.log(`Registered as ${id}; wrote examples/${file}.`);
