/**
 * How people sign in and sign up: methods, pages' looks, and the policies for usernames, passwords and
 * failed attempts.
 *
 * Owns the row of `sign_in_experiences`, which holds only what a tenant has changed, the shipped
 * defaults that lie below it, and the Management API's `/api/sign-in-exp`. It enforces only the
 * username policy; `sign-in/`, `account/` and `verification/` read the others from
 * {@link loadSignInExperience}. It knows no user and no connector: who
 * rekeys usernames and who knows the ways in is handed to it.
 */
import type { signInExperienceRoutes } from '@freehold/contract';
import type { Handlers } from '../operation/index.ts';
import { getPublicSignInExperience, type WaysIn } from './get-public-sign-in-experience.ts';
import { getSignInExperience } from './get-sign-in-experience.ts';
import { type UpdateSignInExperienceDependencies, updateSignInExperience } from './update-sign-in-experience.ts';

export { forgotPasswordChannels, type UsernamePolicy } from '@freehold/contract';
export type { WaysIn } from './get-public-sign-in-experience.ts';
export {
  loadSignInExperience,
  passwordPolicyOf,
  registrationOpen,
  type SendingChannels,
  sentinelPolicyInForce,
  sentinelPolicyOf,
  usernamePolicyForWrite,
  usernamePolicyOf,
} from './load-sign-in-experience.ts';
export { insertSignInExperience } from './sign-in-experience.store.ts';
export { checkUsername } from './username-policy.ts';

/** The operations of {@link signInExperienceRoutes}. */
export const signInExperienceHandlers = (dependencies: UpdateSignInExperienceDependencies & WaysIn) =>
  ({
    getSignInExperience,
    getPublicSignInExperience: getPublicSignInExperience(dependencies),
    updateSignInExperience: updateSignInExperience(dependencies),
  }) satisfies Handlers<typeof signInExperienceRoutes>;
