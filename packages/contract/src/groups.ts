import { accountRoutes } from './account.ts';
import { codeVerificationRoutes } from './code-verifications.ts';
import { identifierRoutes } from './identifiers.ts';
import { identityRoutes } from './identities.ts';
import {
  accountCenterRoutes,
  applicationRoutes,
  connectorRoutes,
  emailTemplateRoutes,
  hookRoutes,
  logRoutes,
  resourceRoutes,
  roleRoutes,
  sentinelRoutes,
  signInExperienceRoutes,
  subjectTokenRoutes,
  userConsentScopeRoutes,
  userIdentityRoutes,
  userRoutes,
  verificationCodeRoutes,
} from './management/index.ts';
import { signInRoutes } from './sign-in.ts';
import { socialVerificationRoutes } from './social-verifications.ts';
import { statusRoutes } from './status.ts';
import { userAssetRoutes } from './user-assets.ts';
import { verificationRoutes } from './verifications.ts';

/** Every group of routes of the API: what the server mounts, the reference prints and the client speaks. */
export const routeGroups = [
  statusRoutes,
  accountRoutes,
  identifierRoutes,
  identityRoutes,
  userAssetRoutes,
  verificationRoutes,
  codeVerificationRoutes,
  socialVerificationRoutes,
  signInRoutes,
  accountCenterRoutes,
  signInExperienceRoutes,
  userRoutes,
  userIdentityRoutes,
  applicationRoutes,
  userConsentScopeRoutes,
  resourceRoutes,
  roleRoutes,
  connectorRoutes,
  emailTemplateRoutes,
  sentinelRoutes,
  verificationCodeRoutes,
  subjectTokenRoutes,
  hookRoutes,
  logRoutes,
] as const;

type Union<U> = (U extends unknown ? (group: U) => void : never) extends (all: infer I) => void ? I : never;

/** Every operation by its name. */
export type Operations = Union<(typeof routeGroups)[number]>;

/** Name of an operation: its `operationId`, its method in the client, its file in the server. */
export type OperationId = keyof Operations & string;
