import type { SignInExperience } from '@freehold/contract';
import { DEFAULT_TENANT } from './endpoints.ts';

/** What people know the tenant by; until somebody names it, an installation of one tenant bears the product's name. */
export const tenantNameOf = ({ displayName, tenantId }: Pick<SignInExperience, 'displayName' | 'tenantId'>): string =>
  displayName ?? (tenantId === DEFAULT_TENANT ? 'Freehold' : tenantId);
