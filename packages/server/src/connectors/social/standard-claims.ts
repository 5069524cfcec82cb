import type { OidcDocuments } from './oidc-connector.ts';
import { isTrue, type SocialClaims } from './user-fields.ts';

/**
 * The standard claims (OpenID Connect Core §5.1). A document that calls an address verified speaks of its own address
 * alone: the flag of the ID token says nothing about the one that user info names.
 */
export const readStandardClaims =
  ({ acceptText, trustUnverifiedEmail }: { acceptText: boolean; trustUnverifiedEmail: boolean }) =>
  ({ idToken, userInfo = {} }: OidcDocuments): SocialClaims => {
    const ofEmail = idToken['email'] === undefined ? userInfo : idToken;
    const ofPhone = idToken['phone_number'] === undefined ? userInfo : idToken;
    return {
      id: idToken.sub,
      email: ofEmail['email'],
      emailVerified: trustUnverifiedEmail || isTrue(ofEmail['email_verified'], acceptText),
      phone: isTrue(ofPhone['phone_number_verified'], acceptText) ? ofPhone['phone_number'] : undefined,
      name: idToken['name'] ?? userInfo['name'] ?? idToken['preferred_username'] ?? userInfo['preferred_username'],
      avatar: idToken['picture'] ?? userInfo['picture'],
      raw: { ...userInfo, ...idToken },
    };
  };
