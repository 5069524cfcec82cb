import { type AccountCenterChange, type accountCenterRoutes, accountProfileFields } from '@freehold/contract';
import { etagOfValue, type Handler, Problem, requireMatch, withEtag } from '../operation/index.ts';
import { type AccountCenterRow, lockAccountCenter, saveAccountCenter } from './account-center.store.ts';
import { accountCenterView } from './account-center-view.ts';
import { readableBits } from './field-policy.ts';

/** Switches the Account API on or off and opens fields. A body without known members changes nothing. */
export const updateAccountCenter: Handler<typeof accountCenterRoutes.updateAccountCenter> = async (
  { tenant, transaction, ifMatch },
  { body },
) => {
  const change = columnsOf(body);
  const row = await transaction(async ({ tx, emit }) => {
    const locked = await lockAccountCenter(tx, tenant.id);
    requireMatch(ifMatch, etagOfValue(accountCenterView(tenant.id, locked)));
    const members = Object.keys(body);
    if (members.length === 0) return locked;
    await emit({ type: 'settings-changed', data: { settings: 'account-center', members } });
    return saveAccountCenter(tx, tenant.id, locked, change);
  });
  return withEtag(accountCenterView(tenant.id, row));
};

type Columns = { -readonly [K in keyof AccountCenterRow]?: AccountCenterRow[K] };

function columnsOf(body: AccountCenterChange): Columns {
  const columns: Columns = {};
  if (body.enabled !== undefined) columns.enabled = body.enabled;
  if (body.fields) {
    columns.fields = body.fields;
    columns.readable = readableBits(body.fields);
  }
  if (body.webauthnRelatedOrigins) columns.webauthn_related_origins = [...new Set(body.webauthnRelatedOrigins)];
  if (body.deleteAccountUrl !== undefined) columns.delete_account_url = body.deleteAccountUrl || null;
  if (body.customCss !== undefined) columns.custom_css = body.customCss;
  if (body.profileFields !== undefined) columns.profile_fields = body.profileFields && knownFields(body.profileFields);
  return columns;
}

const catalogue: ReadonlySet<string> = new Set(accountProfileFields);

function knownFields(fields: readonly { name: string }[]): { name: string }[] {
  const names = fields.map(({ name }) => name);
  const duplicateNames = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  if (duplicateNames.length > 0) throw new Problem('request.invalid_input', { data: { duplicateNames } });
  return fields.filter(({ name }) => catalogue.has(name));
}
