/**
 * The whole public API of Freehold as data: routes with their guards and schemas, problem codes,
 * account fields, step-up policy, security events. Imports zod and nothing else.
 */
export * from './account.ts';
export * from './brand-colors.ts';
export * from './brand-theme.ts';
export * from './code-verifications.ts';
export * from './errors/index.ts';
export * from './events.ts';
export * from './fields.ts';
export * from './formats.ts';
export * from './groups.ts';
export * from './guide-parts.ts';
export * from './identifiers.ts';
export * from './identities.ts';
export * from './judge-step-up.ts';
export * from './management/index.ts';
export * from './messages.ts';
export * from './openapi/index.ts';
export * from './page-sign-in.ts';
export * from './pages.ts';
export * from './route.ts';
export * from './secret-mask.ts';
export * from './sign-in.ts';
export * from './social-verifications.ts';
export * from './status.ts';
export * from './step-up.ts';
export * from './step-up-schemas.ts';
export * from './user-assets.ts';
export * from './verifications.ts';
