import { type AccountCenter, accountFields } from '@freehold/contract';
import type { AccountCenterRow } from './account-center.store.ts';

/** The settings as the API shows them. */
export const accountCenterView = (tenantId: string, row: AccountCenterRow): AccountCenter => ({
  tenantId,
  id: 'default',
  enabled: row.enabled,
  fields: Object.fromEntries(
    accountFields.filter(field => row.fields[field] !== undefined).map(field => [field, row.fields[field]]),
  ),
  webauthnRelatedOrigins: [...row.webauthn_related_origins],
  deleteAccountUrl: row.delete_account_url,
  customCss: row.custom_css,
  profileFields: row.profile_fields?.map(({ name }) => ({ name })) ?? null,
});
