import { randomBytes } from 'node:crypto';
import { baseUrl, management } from './environment.ts';

/** Somebody who can sign in. */
export type Person = { readonly id: string; readonly username: string; readonly password: string };

let token: Promise<string> | undefined;

/** Calls the Management API as the operator of the server does, with a token by client credentials. */
export async function call(method: string, path: string, body?: unknown): Promise<unknown> {
  token ??= fetchToken();
  const response = await fetch(baseUrl + path, {
    method,
    headers: { authorization: `Bearer ${await token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

async function fetchToken(): Promise<string> {
  const response = await fetch(`${baseUrl}/oidc/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${management.id}:${management.secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      resource: 'https://default.logto.app/api',
      scope: 'all',
    }),
  });
  const answer = (await response.json()) as { access_token?: string };
  if (answer.access_token === undefined)
    throw new Error(`No management token: ${response.status} ${JSON.stringify(answer)}`);
  return answer.access_token;
}

/** A username that no other run has used. */
export function newUsername(): string {
  return `e2e_${randomBytes(6).toString('hex')}`;
}

/** A password that no policy knows. */
export function newPassword(): string {
  return `${randomBytes(9).toString('base64url')}-Qx7`;
}

/** Creates an account, as an administrator does. */
export async function createPerson(name: string): Promise<Person> {
  const person = { username: newUsername(), password: newPassword() };
  const { id } = (await call('POST', '/api/users', { ...person, name })) as { id: string };
  return { id, ...person };
}

/** Somebody who can be written to. */
export type Reachable = Person & { readonly email: string };

/** Creates an account with an address that has been proven. */
export async function createReachable(name: string): Promise<Reachable> {
  const person = { username: newUsername(), password: newPassword() };
  const email = newEmail();
  const { id } = (await call('POST', '/api/users', { ...person, name, primaryEmail: email })) as { id: string };
  return { id, ...person, email };
}

/** An address that no other run has used. */
export function newEmail(): string {
  return `${randomBytes(6).toString('hex')}@example.com`;
}

/** The account with this address, if there is one. */
export async function findByEmail(email: string) {
  const query = new URLSearchParams({ 'search.primaryEmail': email });
  const found = (await call('GET', `/api/users?${query}`)) as {
    id: string;
    username: string | null;
    primaryEmail: string | null;
    identities: Readonly<Record<string, { userId: string }>>;
  }[];
  return found[0];
}

/** The codes that were sent to an address, newest first, as the inbox of the development server has them. */
export async function codesFor(address: string): Promise<readonly string[]> {
  const answer = await fetch(`${baseUrl}/dev/inbox/messages?${new URLSearchParams({ to: address })}`);
  const messages = (await answer.json()) as { code: string | null }[];
  return messages.flatMap(({ code }) => (code === null ? [] : [code]));
}

/** How one kind of identifier signs in: `password`, `code`, or both with the first one asked for first. */
export type Method = readonly ['username' | 'email' | 'phone', ...('password' | 'code')[]];

const methodOf = ([identifier, ...proofs]: Method) => ({
  identifier,
  password: proofs.includes('password'),
  verificationCode: proofs.includes('code'),
  isPasswordPrimary: proofs[0] === 'password',
});

/** Settles how people sign in and register; whatever is not named is as it was shipped. */
export async function setSignIn(
  methods: readonly Method[],
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await call('PATCH', '/api/sign-in-exp', { ...settled, signIn: { methods: methods.map(methodOf) }, ...more });
}

/** Changes looks and texts of the pages. */
export async function dress(change: Readonly<Record<string, unknown>>): Promise<void> {
  await call('PATCH', '/api/sign-in-exp', change);
}

/** How the pages look as they were shipped. */
export const undressed = {
  color: { primaryColor: '#2456d6', darkPrimaryColor: '#8fb0ff', isDarkModeEnabled: true },
  branding: {},
  customCss: null,
  agreeToTermsPolicy: 'Automatic',
};

/** Changes the rules that an administrator has written for the account pages. */
export async function setAccountCss(customCss: string | null): Promise<void> {
  await call('PATCH', '/api/account-center', { customCss });
}

const settled = {
  signInMode: 'SignInAndRegister',
  signUp: { identifiers: ['username'], password: true, verify: false },
  socialSignInConnectorTargets: [],
  socialSignIn: {},
  forgotPasswordMethods: null,
  agreeToTermsPolicy: 'Automatic',
  termsOfUseUrl: 'https://acme.example/terms',
  privacyPolicyUrl: 'https://acme.example/privacy',
};

/** Removes the connectors of a target and makes one anew; returns its id. */
export async function replaceConnector(
  target: string,
  connector: { readonly connectorId: string; readonly config: object; readonly metadata?: object },
): Promise<string> {
  const all = (await call('GET', '/api/connectors')) as { id: string; target: string }[];
  for (const old of all.filter(one => one.target === target)) await call('DELETE', `/api/connectors/${old.id}`);
  const { id } = (await call('POST', '/api/connectors', connector)) as { id: string };
  return id;
}

/** Changes the settings of a connector. */
export async function configureConnector(id: string, config: object): Promise<void> {
  await call('PATCH', `/api/connectors/${id}`, { config });
}

/** Opens or closes the Account API; open, people may edit the fields that the demo app shows. */
export async function setAccountApi(enabled: boolean): Promise<void> {
  const edit = {
    name: 'Edit',
    avatar: 'Edit',
    username: 'Edit',
    profile: 'Edit',
    email: 'ReadOnly',
    phone: 'ReadOnly',
  };
  await call('PATCH', '/api/account-center', { enabled, fields: edit });
}

/** Opens the Account API with these fields and no others. */
export async function openFields(fields: Readonly<Record<string, 'Off' | 'ReadOnly' | 'Edit'>>): Promise<void> {
  await call('PATCH', '/api/account-center', { enabled: true, fields });
}

/** Settles whom a change signs out, and what it asks for; whatever is not named is as it was shipped. */
export async function setStepUp(policy: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await call('PATCH', '/api/account-center/step-up-policy', { preset: 'default', ...policy });
}

/** Links an account at a provider to somebody, as an administrator does. */
export async function linkFor(
  { id }: Pick<Person, 'id'>,
  target: string,
  identity: { readonly userId: string; readonly details?: object },
): Promise<void> {
  await call('PUT', `/api/users/${id}/identities/${target}`, identity);
}

/** Lets people sign in with any identifier and a password, and create accounts with a username. */
export async function openRegistration(): Promise<void> {
  await setSignIn([
    ['username', 'password'],
    ['email', 'password'],
    ['phone', 'password'],
  ]);
}

/** An application of somebody else, which has to ask people for their consent. */
export type ThirdParty = { readonly id: string; readonly name: string };

/** What a third party's application may ask people for. */
export type OpenedScopes = { readonly userScopes?: readonly string[]; readonly resourceScopes?: readonly string[] };

/** Registers a single-page application that does not belong to the tenant. */
export async function createThirdParty(
  name: string,
  redirectUri: string,
  opened: OpenedScopes = {},
): Promise<ThirdParty> {
  const application = {
    name,
    type: 'SPA',
    isThirdParty: true,
    oidcClientMetadata: { redirectUris: [redirectUri], postLogoutRedirectUris: [] },
  };
  const { id } = (await call('POST', '/api/applications', application)) as { id: string };
  await call('POST', `/api/applications/${id}/user-consent-scopes`, opened);
  return { id, name };
}

/** Registers an API whose scopes say in words what they allow; returns its indicator and the ids of the scopes. */
export async function createApi(name: string, scopes: Readonly<Record<string, string | undefined>>) {
  const indicator = `https://${randomBytes(6).toString('hex')}.example/api`;
  const { id } = (await call('POST', '/api/resources', { name, indicator })) as { id: string };
  const scopeIds: string[] = [];
  for (const [scope, description] of Object.entries(scopes)) {
    const body = { name: scope, ...(description !== undefined && { description }) };
    scopeIds.push(((await call('POST', `/api/resources/${id}/scopes`, body)) as { id: string }).id);
  }
  return { indicator, scopeIds };
}

/** Makes somebody an administrator. */
export async function makeAdministrator(person: Person): Promise<void> {
  await call('POST', `/api/users/${person.id}/roles`, { roleIds: ['administrator'] });
}

/** Takes the role of administrators from somebody. */
export async function endAdministration(person: Person): Promise<void> {
  await call('DELETE', `/api/users/${person.id}/roles/administrator`);
}

/** Creates an account with whatever members it is to have; returns its id. */
export async function createAccount(members: Readonly<Record<string, unknown>>): Promise<string> {
  return ((await call('POST', '/api/users', members)) as { id: string }).id;
}

/** What the server knows of somebody; undefined when they are not there. */
export async function readAccount(id: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const found = (await call('GET', `/api/users?search.id=${id}&mode=exact`)) as Record<string, unknown>[];
  return found[0];
}

/** Whether the password opens the account. */
export async function passwordOpens(id: string, password: string): Promise<boolean> {
  return call('POST', `/api/users/${id}/password/verify`, { password }).then(
    () => true,
    () => false,
  );
}

/** Opens the Account API, with the fields that people may see and edit. */
export async function openAccount(fields: readonly string[]): Promise<void> {
  await call('PATCH', '/api/account-center', {
    enabled: true,
    fields: Object.fromEntries(fields.map(field => [field, 'Edit'])),
  });
}

/** Registers a single-page application of the tenant's own; returns its client id. */
export async function createApplication(name: string, redirectUri: string, afterSignOut: string): Promise<string> {
  const application = {
    name,
    type: 'SPA',
    oidcClientMetadata: { redirectUris: [redirectUri], postLogoutRedirectUris: [afterSignOut] },
  };
  return ((await call('POST', '/api/applications', application)) as { id: string }).id;
}
