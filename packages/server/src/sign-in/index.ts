/**
 * Signing in and registering: who the person is that came from the authorization endpoint.
 *
 *                        PUT /api/experience
 *      (interaction) ──────────────────────────▶ started ◀── PUT …/interaction-event ──┐
 *                                                │     │                               │
 *            SignIn: POST …/verification/password│     │Register: POST …/profile       │ (from any
 *                                                ▼     ▼  or …/new-password-identity   │  later state)
 *                                         verified     account chosen ─────────────────┤
 *                                                │     │                               │
 *      POST …/identification {verificationId} 204│     │201: the account is created     │
 *                                                ▼     ▼                               │
 *                                              identified ─────────────────────────────┘
 *                                                   │ POST …/submit, once
 *                                                   ▼
 *                      (the protocol engine) ──▶ session ──▶ consent ──▶ back to the application
 *
 * A step that its state does not allow is refused with a code and changes nothing; no step can be left out, since each
 * reads what the one before has written. `PUT /api/experience` starts over from everywhere. The state lives in the
 * interaction, is written on condition that nobody wrote it meanwhile, and opens no door by itself: the Account API
 * knows access tokens only, and those come from the engine, after the last step.
 *
 * Owns the routes of `contract/sign-in.ts` and the port `interactions.ts`, through which it asks the engine (`oidc/`).
 * Counting failed attempts is `verification/`'s, digests and password rules are `factors/`', who may sign in and how is
 * `sign-in-experience/`'s, rows of people are `users/`'. It never issues a token and never touches a signed-in account.
 */
import type { signInRoutes } from '@freehold/contract';
import type { Handlers } from '../operation/index.ts';
import { abortInteraction } from './abort-interaction.ts';
import { addProfile } from './add-profile.ts';
import { changeInteractionEvent } from './change-interaction-event.ts';
import { getExperience } from './get-experience.ts';
import { giveConsent } from './give-consent.ts';
import { identifyUser } from './identify-user.ts';
import type { SignInNeeds } from './needs.ts';
import { startExperience } from './start-experience.ts';
import { submitExperience } from './submit-experience.ts';
import { verifyNewPasswordIdentity } from './verify-new-password-identity.ts';
import { verifySignInPassword } from './verify-sign-in-password.ts';

export type {
  ConsentRequest,
  Experience,
  ExperienceVerification,
  FinishedLogin,
  Interaction,
  Interactions,
} from './interactions.ts';
export type { SignInNeeds } from './needs.ts';

/** The operations of signing in. */
export const signInHandlers = (needs: SignInNeeds): Handlers<typeof signInRoutes> => ({
  startExperience: startExperience(needs),
  changeInteractionEvent: changeInteractionEvent(needs),
  getExperience: getExperience(needs),
  verifySignInPassword: verifySignInPassword(needs),
  verifyNewPasswordIdentity: verifyNewPasswordIdentity(needs),
  addProfile: addProfile(needs),
  identifyUser: identifyUser(needs),
  submitExperience: submitExperience(needs),
  giveConsent: giveConsent(needs),
  abortInteraction: abortInteraction(needs),
});
