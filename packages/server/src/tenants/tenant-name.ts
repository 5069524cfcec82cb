import { DEFAULT_TENANT } from './endpoints.ts';

/** What people know a tenant by; until somebody names it, an installation of one tenant bears the product's name. */
export const tenantNameOf = ({
  displayName,
  tenantId,
}: {
  readonly displayName: string | null;
  readonly tenantId: string;
}): string => displayName ?? (tenantId === DEFAULT_TENANT ? 'Freehold' : tenantId);
