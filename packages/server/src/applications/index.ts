/**
 * Applications: the clients that people sign in to, and services that call APIs on their own behalf.
 *
 * Owns `applications` and `application_secrets`, the Management API's `/api/applications`, what a third party's
 * application may ask its users for, the names of the built-in ones, which have no row, and what furnishes a new tenant
 * ({@link seedTenant}). The protocol's side of a client is `oidc/`'s; which roles an application has is `roles/`'s, all but
 * the legacy switch `isAdmin`.
 */
import type { applicationRoutes, userConsentScopeRoutes } from '@freehold/contract';
import type { Envelope } from '../lib/index.ts';
import type { Handlers } from '../operation/index.ts';
import { addUserConsentScopes } from './add-user-consent-scopes.ts';
import { createApplication } from './create-application.ts';
import { createApplicationSecret } from './create-application-secret.ts';
import { deleteApplication } from './delete-application.ts';
import { deleteApplicationSecret } from './delete-application-secret.ts';
import { deleteUserConsentScope } from './delete-user-consent-scope.ts';
import { getApplication } from './get-application.ts';
import { getUserConsentScopes } from './get-user-consent-scopes.ts';
import { listApplicationSecrets } from './list-application-secrets.ts';
import { listApplications } from './list-applications.ts';
import { updateApplication } from './update-application.ts';

export { applicationAtOrigin } from './application-at-origin.ts';
export { applicationName } from './application-name.ts';
export { applicationSecretAad } from './application-secret.ts';
export { applicationView } from './application-view.ts';
export { type ApplicationRow, applicationColumns, findApplication, lockApplication } from './applications.store.ts';
export { ACCOUNT_CENTER, builtInNames, CONSOLE, DEMO_APP, isTenantsOwn } from './built-in-applications.ts';
export { seedTenant } from './seed-tenant.ts';

/** The operations of {@link applicationRoutes}. */
export const applicationHandlers = (dependencies: { readonly envelope: Envelope }) =>
  ({
    createApplication: createApplication(dependencies),
    listApplications,
    getApplication,
    updateApplication,
    deleteApplication,
    listApplicationSecrets: listApplicationSecrets(dependencies),
    createApplicationSecret: createApplicationSecret(dependencies),
    deleteApplicationSecret,
  }) satisfies Handlers<typeof applicationRoutes>;

/** The operations of {@link userConsentScopeRoutes}. */
export const userConsentScopeHandlers = {
  addUserConsentScopes,
  getUserConsentScopes,
  deleteUserConsentScope,
} satisfies Handlers<typeof userConsentScopeRoutes>;
