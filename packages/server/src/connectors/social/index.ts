/**
 * Providers that people sign in with. Two connectors speak the protocols (`oidc-connector.ts`, `oauth2-connector.ts`),
 * with PKCE, nonce and a pinned issuer wherever these exist; every factory beside them is data over one of the two.
 *
 * What a provider says is judged in `user-fields.ts`: an address counts only where the document that names it calls it
 * verified. Nothing here knows a user of ours.
 */
import type { SocialFactory } from '../port.ts';
import { appleFactory } from './apple.ts';
import { azureadFactory } from './azuread.ts';
import { githubFactory } from './github.ts';
import { googleFactory } from './google.ts';
import { mockSocialFactory } from './mock-social.ts';
import { oauth2Factory } from './oauth2.ts';
import { oidcFactory } from './oidc.ts';

/** The built-in social factories. */
export const socialFactories: readonly SocialFactory[] = [
  oidcFactory,
  oauth2Factory,
  googleFactory,
  githubFactory,
  azureadFactory,
  appleFactory,
  mockSocialFactory,
];
