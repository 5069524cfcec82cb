import type { emailTemplateRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { listTemplates } from './email-templates.store.ts';
import { templateView } from './template-view.ts';

/** The templates of the tenant, sorted by language and type. */
export const listEmailTemplates: Operation<typeof emailTemplateRoutes.listEmailTemplates> = async (
  { database, tenant },
  { query },
) => (await listTemplates(database, tenant.id, query)).map(row => templateView(tenant.id, row));
