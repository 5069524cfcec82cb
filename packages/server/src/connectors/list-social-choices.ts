import type { SocialConnectorChoice } from '@freehold/contract';
import type { Queryable } from '../database/database.ts';
import { listConnectorRows } from './connectors.store.ts';
import { findFactory } from './factories.ts';
import { preferBrowsers } from './find-social-by-target.ts';

/**
 * The providers of these targets that browsers can be sent to, in the order of the targets: of a target's connectors the
 * one for browsers. Nothing of their configs.
 */
export const listSocialChoices =
  ({ development }: { readonly development: boolean }) =>
  async (database: Queryable, tenantId: string, targets: readonly string[]): Promise<SocialConnectorChoice[]> => {
    if (targets.length === 0) return [];
    const rows = preferBrowsers(await listConnectorRows(database, tenantId));
    return targets.flatMap(target => {
      const row = rows.find(row => row.type === 'Social' && row.target === target);
      const factory = row && findFactory(development, row.factory_id);
      if (!factory) return [];
      const { platform, name, logo, logoDark } = factory.metadata;
      const set = row.metadata;
      const dark = set.logoDark === undefined ? logoDark : set.logoDark;
      return [{ id: row.id, target, platform, name: set.name ?? name, logo: set.logo ?? logo, logoDark: dark }];
    });
  };
