import { Problem } from '../operation/index.ts';

/**
 * The token of an `Authorization: Bearer …` header (RFC 6750 §2.1; the only place where a token is
 * accepted: one in a query string ends up in logs).
 * @throws Problem 401 without the header or with another scheme.
 */
export function bearerToken(authorization: string | undefined): string {
  if (authorization === undefined) throw new Problem('auth.authorization_header_missing');
  if (!authorization.startsWith('Bearer')) {
    throw new Problem('auth.authorization_token_type_not_supported', { data: { supportedTypes: ['Bearer'] } });
  }
  return authorization.slice('Bearer '.length);
}
