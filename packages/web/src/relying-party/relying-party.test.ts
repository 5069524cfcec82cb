import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRelyingParty, type SignedIn } from './relying-party.ts';

const endpoint = 'https://id.example.com';
const issuer = `${endpoint}/oidc`;
const party = createRelyingParty({
  endpoint,
  clientId: 'app',
  redirectUri: `${endpoint}/account`,
  scope: 'openid',
  insecure: false,
});
const signedIn: SignedIn = {
  accessToken: 'access',
  refreshToken: 'refresh',
  idToken: 'id',
  claims: { iss: issuer, sub: 'ada', aud: 'app', iat: 0, exp: 0 },
};

let revocation: () => Response;
let assign: ReturnType<typeof vi.fn>;

beforeEach(() => {
  revocation = () => new Response(null, { status: 200 });
  assign = vi.fn();
  vi.stubGlobal('location', { assign });
  // As a browser has it: what is kept stands in the object itself.
  vi.stubGlobal('sessionStorage', {
    getItem(key: string) {
      return Object.getOwnPropertyDescriptor(this, key)?.value ?? null;
    },
    removeItem(key: string) {
      Reflect.deleteProperty(this, key);
    },
    'app:tokens': JSON.stringify(signedIn),
    'freehold:draft:email': 'typed',
  });
  vi.stubGlobal('fetch', async (url: string | URL) =>
    String(url).includes('/.well-known/')
      ? Response.json({ issuer, revocation_endpoint: `${issuer}/revoke`, end_session_endpoint: `${issuer}/end` })
      : revocation(),
  );
});
afterEach(() => vi.unstubAllGlobals());

test('signing out leaves nothing in the tab and ends the session at the provider', async () => {
  await party.signOut(signedIn);
  expect(party.remembered()).toBeUndefined();
  expect(sessionStorage).not.toHaveProperty('freehold:draft:email');
  expect(String(assign.mock.calls[0]?.[0])).toMatch(/^https:\/\/id\.example\.com\/oidc\/end\?client_id=app&/);
});

test('whoever could not be signed out still is signed in, with the tokens to give back at the next try', async () => {
  revocation = () => {
    throw new TypeError('Failed to fetch');
  };
  await expect(party.signOut(signedIn)).rejects.toThrow('Failed to fetch');
  expect(party.remembered()).toEqual(signedIn);
  expect(sessionStorage).toHaveProperty('freehold:draft:email');
  expect(assign).not.toHaveBeenCalled();
});
