export { applicationSecretAad } from './application-secret.ts';
export { seedTenant } from './seed-tenant.ts';
