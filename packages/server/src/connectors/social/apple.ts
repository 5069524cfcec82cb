import { importPKCS8, SignJWT } from 'jose';
import * as oauth from 'oauth4webapi';
import { z } from 'zod';
import { ConnectorError } from '../port.ts';
import {
  ClientId,
  ClientSecret,
  clientIdItem,
  clientSecretItem,
  letterMark,
  optional,
  placeOf,
  readme,
  Scope,
  scopeItem,
  signInWith,
  socialFactory,
} from './factory.ts';
import { type OidcDocuments, oidcConnector } from './oidc-connector.ts';
import { isObject } from './provider.ts';
import { isTrue, type SocialClaims } from './user-fields.ts';

const id = 'apple-universal';
const defaultScope = 'name email';
const ISSUER = 'https://appleid.apple.com';

const Id10 = z
  .string()
  .trim()
  .regex(/^[A-Z0-9]{10}$/, 'must be the ten characters that Apple shows');

const config = z
  .object({
    clientId: ClientId,
    clientSecret: optional(ClientSecret),
    teamId: optional(Id10),
    keyId: optional(Id10),
    privateKey: optional(
      z
        .string()
        .max(8192)
        .refine(value => value.includes('-----BEGIN PRIVATE KEY-----'), {
          message: 'must be a PKCS #8 key in PEM form',
        }),
    ),
    scope: Scope,
  })
  .superRefine(({ clientSecret, teamId, keyId, privateKey }, context) => {
    if (clientSecret !== undefined) return;
    for (const [key, value] of Object.entries({ teamId, keyId, privateKey })) {
      if (value === undefined)
        context.addIssue({ code: 'custom', path: [key], message: 'is required without a client secret' });
    }
  });
type Config = z.output<typeof config>;

/** Seconds; Apple takes up to six months, one request needs a moment. */
const SECRET_LIFETIME = 300;

/** Apple's client secret is a JWT that we sign: one that is made when it is needed never runs out. */
const clientAuthOf = ({ clientSecret, teamId, keyId, privateKey }: Config, audience: string): oauth.ClientAuth => {
  if (clientSecret !== undefined) return oauth.ClientSecretPost(clientSecret);
  return async (server, client, body, headers) => {
    if (teamId === undefined || keyId === undefined || privateKey === undefined)
      throw new Error('an unfinished config was not refused');
    const key = await importPKCS8(privateKey, 'ES256').catch((cause: unknown) => {
      throw new ConnectorError('invalid_config', 'the private key cannot be read', { cause });
    });
    const secret = await new SignJWT()
      .setProtectedHeader({ alg: 'ES256', kid: keyId })
      .setIssuer(teamId)
      .setSubject(client.client_id)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${SECRET_LIFETIME}s`)
      .sign(key);
    await oauth.ClientSecretPost(secret)(server, client, body, headers);
  };
};

/**
 * The address comes from the ID token alone. Beside it the callback may carry `user`, with the name that Apple tells
 * once: nobody has signed it, so it is believed for what a name is worth, and for nothing else.
 */
function readApple({ idToken, callback }: OidcDocuments): SocialClaims {
  return {
    id: idToken.sub,
    email: idToken['email'],
    emailVerified: isTrue(idToken['email_verified'], true),
    name: nameOf(callback['user']),
    raw: idToken,
  };
}

function nameOf(user: unknown): string | undefined {
  const parsed = typeof user === 'string' ? parseJson(user) : user;
  const name = isObject(parsed) ? parsed['name'] : undefined;
  if (!isObject(name)) return undefined;
  return [name['firstName'], name['lastName']].filter(part => typeof part === 'string').join(' ');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Apple: OpenID Connect whose callback is a form post and whose client secret is signed. */
export const appleFactory = socialFactory({
  metadata: {
    id,
    target: 'apple',
    platform: 'Universal',
    name: { en: 'Apple' },
    description: signInWith('Apple'),
    logo: letterMark('P', '#111827'),
    logoDark: letterMark('P', '#6b7280'),
    readme: readme(
      'Apple',
      `Create a Services ID with “Sign in with Apple” and a key for it. Give the Services ID as client id, the team id, the
id of the key and the key itself (the content of the \`.p8\` file); the client secret is then signed anew for every request.
A ready-made client secret is taken too. With the scopes \`name\` or \`email\` Apple answers by form post.`,
    ),
    formItems: [
      clientIdItem,
      { key: 'teamId', label: 'Team ID', type: 'Text' },
      { key: 'keyId', label: 'Key ID', type: 'Text' },
      { key: 'privateKey', label: 'Private key', type: 'MultilineText', isConfidential: true },
      { ...clientSecretItem, required: false, description: 'Only without team id, key id and private key.' },
      scopeItem(defaultScope),
    ],
  },
  secretPaths: ['clientSecret', 'privateKey'],
  config,
  connect: (given, tools) => {
    const at = placeOf(tools, id);
    return oidcConnector(
      {
        clientId: given.clientId,
        clientAuth: clientAuthOf(given, at(ISSUER)),
        issuer: at(ISSUER),
        endpoints: {
          authorization: at(`${ISSUER}/auth/authorize`),
          token: at(`${ISSUER}/auth/token`),
          jwks: at(`${ISSUER}/auth/keys`),
          userInfo: undefined,
        },
        scope: given.scope ?? defaultScope,
        neededScopes: ['openid'],
        parameters: { response_mode: 'form_post' },
        algorithms: ['RS256', 'ES256'],
        clockTolerance: 10,
        read: readApple,
      },
      tools,
    );
  },
});
