import type { signInExperienceRoutes } from '@freehold/contract';
import type { Handler } from '../operation/index.ts';
import { loadSignInExperience } from './load-sign-in-experience.ts';

/** Reads the settings in force. */
export const getSignInExperience: Handler<typeof signInExperienceRoutes.getSignInExperience> = ({ database, tenant }) =>
  loadSignInExperience(database, tenant.id);
