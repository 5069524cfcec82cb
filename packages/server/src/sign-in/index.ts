/**
 * Signing in, registering, and recovering an account: who the person is that came from the authorization endpoint.
 *
 *                        PUT /api/experience
 *      (interaction) ──────────────────────────▶ started ◀── PUT …/interaction-event ──┐
 *                                                │     │                               │
 *      SignIn: POST …/verification/password,     │     │Register: POST …/profile,      │ (from any
 *      …/verification-code and …/verify,         │     │…/new-password-identity, codes │  later state)
 *      …/social/:id/authorization-uri and …/verify     │and providers as on the left   │
 *                                                ▼     ▼                               │
 *                                         verified     account put together ───────────┤
 *                                                │     │                               │
 *      POST …/identification {verificationId} 204│     │201: the account is created     │
 *                                                ▼     ▼                               │
 *                                              identified ─────────────────────────────┘
 *                                                   │ POST …/submit, once
 *                                                   ▼
 *                      (the protocol engine) ──▶ session ──▶ consent ──▶ back to the application
 *
 *      ForgotPassword: started ─code─▶ verified ─identification─▶ identified ─PUT …/profile/password─▶ replaced
 *                      replaced ─submit 204─▶ (interaction): nobody is signed in by it
 *
 * A step that its state does not allow is refused with a code and changes nothing; no step can be left out, since each
 * reads what the one before has written. `PUT /api/experience` starts over from everywhere. The state lives in the
 * interaction, is written on condition that nobody wrote it meanwhile, and opens no door by itself: the Account API
 * knows access tokens only, and those come from the engine, after the last step. A proof that is given here serves this
 * sign-in and nothing else, and no proof of the Account API serves here.
 *
 * Whether an account has an address is told to nobody but who has proven the address. An account has no address and no
 * identity that was not proven, so nothing that somebody has prepared can lie in wait for its owner.
 *
 * Owns the routes of `contract/sign-in.ts` and the port `interactions.ts`, through which it asks the engine (`oidc/`).
 * Sending and judging codes and counting failed attempts is `verification/`'s, the way to a provider and back is
 * `connectors/`', digests and password rules are `factors/`', who may sign in and how is `sign-in-experience/`'s, rows of
 * people are `users/`'. It never issues a token, and touches an existing account in three ways alone: it replaces a
 * forgotten password, links an identity of whoever has proven both, and follows a provider's name and picture.
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
import { resetPassword } from './reset-password.ts';
import { sendSignInCode } from './send-sign-in-code.ts';
import { startExperience } from './start-experience.ts';
import { startSocialSignIn } from './start-social-sign-in.ts';
import { submitExperience } from './submit-experience.ts';
import { verifyNewPasswordIdentity } from './verify-new-password-identity.ts';
import { verifySignInCode } from './verify-sign-in-code.ts';
import { verifySignInPassword } from './verify-sign-in-password.ts';
import { verifySocialSignIn } from './verify-social-sign-in.ts';

export type {
  ConsentRequest,
  Experience,
  ExperienceVerification,
  FinishedLogin,
  Interaction,
  Interactions,
} from './interactions.ts';
export type { SignInNeeds } from './needs.ts';
export { type SignInSteps, signInSteps } from './sign-in-steps.ts';

/** The operations of signing in. */
export const signInHandlers = (needs: SignInNeeds): Handlers<typeof signInRoutes> => ({
  startExperience: startExperience(needs),
  changeInteractionEvent: changeInteractionEvent(needs),
  getExperience: getExperience(needs),
  verifySignInPassword: verifySignInPassword(needs),
  sendSignInCode: sendSignInCode(needs),
  verifySignInCode: verifySignInCode(needs),
  startSocialSignIn: startSocialSignIn(needs),
  verifySocialSignIn: verifySocialSignIn(needs),
  verifyNewPasswordIdentity: verifyNewPasswordIdentity(needs),
  addProfile: addProfile(needs),
  resetPassword: resetPassword(needs),
  identifyUser: identifyUser(needs),
  submitExperience: submitExperience(needs),
  giveConsent: giveConsent(needs),
  abortInteraction: abortInteraction(needs),
});
