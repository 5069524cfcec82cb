import { SignJWT } from 'jose';
import * as oauth from 'oauth4webapi';
import { newRecordId } from '../../lib/index.ts';

/** How the token endpoint learns who we are. */
export const clientAuthMethods = ['client_secret_post', 'client_secret_basic', 'client_secret_jwt'] as const;
export type ClientAuthMethod = (typeof clientAuthMethods)[number];

export const secretJwtAlgorithms = ['HS256', 'HS384', 'HS512'] as const;
export type SecretJwtAlgorithm = (typeof secretJwtAlgorithms)[number];

/** Proof of being the client, by a secret that both sides know (RFC 6749 §2.3.1, RFC 7523 §2.2). */
export function clientAuth(method: ClientAuthMethod, secret: string, algorithm: SecretJwtAlgorithm): oauth.ClientAuth {
  switch (method) {
    case 'client_secret_basic':
      return secretBasic(secret);
    case 'client_secret_jwt':
      return secretJwt(secret, algorithm);
    default:
      return oauth.ClientSecretPost(secret);
  }
}

/**
 * As a form is written (RFC 6749 §2.3.1, appendix B). The library's own escapes more than a form does: that is right as
 * well, but a provider that forgets to decode then knows no client with a hyphen.
 */
const secretBasic =
  (secret: string): oauth.ClientAuth =>
  (_, client, __, headers) => {
    const formText = (text: string) => new URLSearchParams([['', text]]).toString().slice(1);
    const credentials = Buffer.from(`${formText(client.client_id)}:${formText(secret)}`);
    headers.set('authorization', `Basic ${credentials.toString('base64')}`);
  };

/** Seconds for which an assertion can be used. */
const ASSERTION_LIFETIME = 60;

/** As the library's own, which knows HS256 alone. */
const secretJwt =
  (secret: string, algorithm: SecretJwtAlgorithm): oauth.ClientAuth =>
  async (provider, client, body) => {
    const assertion = await new SignJWT()
      .setProtectedHeader({ alg: algorithm })
      .setIssuer(client.client_id)
      .setSubject(client.client_id)
      // Where no issuer is known there is no other name of the provider (RFC 7523 §3).
      .setAudience(provider.issuer === NO_ISSUER ? String(provider.token_endpoint) : provider.issuer)
      .setJti(newRecordId())
      .setIssuedAt()
      .setExpirationTime(`${ASSERTION_LIFETIME}s`)
      .sign(new TextEncoder().encode(secret));
    body.set('client_id', client.client_id);
    body.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    body.set('client_assertion', assertion);
  };

/** Stands where the library wants an issuer and a plain OAuth 2 provider has none. No token can carry it. */
export const NO_ISSUER = 'urn:freehold:no-issuer';
