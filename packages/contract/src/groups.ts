import { accountRoutes } from './account.ts';
import { codeVerificationRoutes } from './code-verifications.ts';
import { identifierRoutes } from './identifiers.ts';
import {
  accountCenterRoutes,
  applicationRoutes,
  emailTemplateRoutes,
  hookRoutes,
  logRoutes,
  resourceRoutes,
  roleRoutes,
  sentinelRoutes,
  signInExperienceRoutes,
  subjectTokenRoutes,
  userConsentScopeRoutes,
  userRoutes,
  verificationCodeRoutes,
} from './management/index.ts';
import { signInRoutes } from './sign-in.ts';
import { statusRoutes } from './status.ts';
import { verificationRoutes } from './verifications.ts';

/** Every group of routes of the API: what the server mounts, the reference prints and the client speaks. */
export const routeGroups = [
  statusRoutes,
  accountRoutes,
  identifierRoutes,
  verificationRoutes,
  codeVerificationRoutes,
  signInRoutes,
  accountCenterRoutes,
  signInExperienceRoutes,
  userRoutes,
  applicationRoutes,
  userConsentScopeRoutes,
  resourceRoutes,
  roleRoutes,
  emailTemplateRoutes,
  sentinelRoutes,
  verificationCodeRoutes,
  hookRoutes,
  logRoutes,
  subjectTokenRoutes,
] as const;

type Union<U> = (U extends unknown ? (group: U) => void : never) extends (all: infer I) => void ? I : never;

/** Every operation by its name. */
export type Operations = Union<(typeof routeGroups)[number]>;

/** Name of an operation: its `operationId`, its method in the client, its file in the server. */
export type OperationId = keyof Operations & string;
