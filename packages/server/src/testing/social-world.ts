/** Identities at providers, for tests: a connector that is set up, and records that are proven. */

import type { Answer, TestApp, TestToken } from './create-test-app.ts';
import type { OpenidProvider } from './openid-provider.ts';

export const callbackUri = 'https://app.test/callback';

/** Sets up a connector; returns its id. */
export async function createConnector(app: TestApp, connector: object): Promise<string> {
  const answer = await app.management('POST', '/api/connectors', connector);
  if (answer.status !== 200) throw new Error(`cannot set up a connector: ${JSON.stringify(answer.body)}`);
  await app.events();
  return answer.body.id;
}

/** Sets up the provider that only plays. */
export const createMockConnector = (app: TestApp, change: object = {}): Promise<string> =>
  createConnector(app, { connectorId: 'mock-social-connector', config: {}, ...change });

/** Sets up a real one. */
export const createOidcConnector = (
  app: TestApp,
  provider: OpenidProvider,
  target = 'acme',
  change: object = {},
): Promise<string> =>
  createConnector(app, {
    connectorId: 'oidc',
    config: { ...provider.client, issuer: provider.issuer },
    metadata: { target, name: { en: 'Acme ID' } },
    ...change,
  });

/** Begins to prove an identity. */
export const begin = (
  app: TestApp,
  token: TestToken,
  connectorId: string,
  body: { state?: string; redirectUri?: string; scope?: string } = {},
): Promise<Answer> =>
  app.account(token, 'POST', '/api/verifications/social', {
    body: { connectorId, state: 'state-1', redirectUri: callbackUri, ...body },
  });

/** Sends what came back. */
export const come = (
  app: TestApp,
  token: TestToken,
  verificationRecordId: string,
  connectorData: unknown,
): Promise<Answer> =>
  app.account(token, 'POST', '/api/verifications/social/verify', { body: { verificationRecordId, connectorData } });

/** Proves an identity at the provider that only plays; returns the record's id. */
export async function proveMock(
  app: TestApp,
  token: TestToken,
  connectorId: string,
  who: Record<string, unknown>,
): Promise<string> {
  const { body } = await begin(app, token, connectorId);
  const answer = await come(app, token, body.verificationRecordId, { code: 'c', state: 'state-1', ...who });
  if (answer.status !== 200) throw new Error(`cannot prove an identity: ${JSON.stringify(answer.body)}`);
  return answer.body.verificationRecordId;
}
