/** The Management API: what services and administrators may do. */
export * from './account-center.ts';
export * from './applications.ts';
export * from './connectors.ts';
export * from './email-templates.ts';
export * from './hooks.ts';
export * from './logs.ts';
export * from './resources.ts';
export * from './roles.ts';
export * from './sentinel.ts';
export * from './sign-in-experience.ts';
export * from './subject-tokens.ts';
export * from './user-consent-scopes.ts';
export * from './user-identities.ts';
export * from './users.ts';
export * from './verification-codes.ts';
