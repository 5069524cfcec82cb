/** An OpenID provider that is really there: another installation of the product, which knows nothing of the first one. */
import { configureConnector, newEmail, newUsername, replaceConnector } from './operator.ts';
import { managementOf, newDataFolder, type OwnServer, startServer } from './own-server.ts';

/** The provider, and somebody who has an account there. */
export interface OtherHouse {
  readonly url: string;
  readonly person: { readonly username: string; readonly password: string; readonly email: string };
  readonly end: () => ReturnType<OwnServer['end']>;
}

/**
 * Starts it, and connects the first installation to it as `other-house`.
 *
 * @param callbackOf where it answers to, by the id of the connector
 */
export async function openOtherHouse(callbackOf: (connectorId: string) => string): Promise<OtherHouse> {
  const server = await startServer(await newDataFolder(), {}, '127.0.0.1');
  const call = await managementOf(server.url);
  const made = async (path: string, body: object) => {
    const answer = await call('POST', path, body);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  };
  const person = { username: newUsername(), password: 'a password of the other house', email: newEmail() };
  const { username, password, email } = person;
  await made('/api/users', { username, password, primaryEmail: email, name: 'Olive Other' });
  const issuer = `${server.url}/oidc`;
  const id = await replaceConnector('other-house', {
    connectorId: 'oidc',
    metadata: { target: 'other-house', name: { en: 'Other House' } },
    config: { issuer, clientId: 'not-yet', clientSecret: 'not-yet' },
  });
  const { id: clientId } = await made('/api/applications', {
    name: 'The first house',
    type: 'Traditional',
    oidcClientMetadata: { redirectUris: [callbackOf(id)], postLogoutRedirectUris: [] },
  });
  const secrets = (await (await call('GET', `/api/applications/${clientId}/secrets`)).json()) as { value: string }[];
  await configureConnector(id, {
    issuer,
    clientId,
    clientSecret: secrets[0]?.value,
    scope: 'openid profile email',
  });
  return { url: server.url, person, end: () => server.end('SIGTERM') };
}
