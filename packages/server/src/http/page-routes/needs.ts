import type { Database } from '../../database/database.ts';
import type { Tenant } from '../../operation/index.ts';
import type { Interactions, SignInSteps } from '../../sign-in/index.ts';
import type { SendingChannels, WaysIn } from '../../sign-in-experience/index.ts';
import type { Pages } from '../pages/index.ts';
import type { Pipeline } from '../pipeline.ts';

/** What the pages need from the rest of the house. */
export interface PageNeeds extends WaysIn {
  readonly pages: Pages;
  readonly database: Database;
  readonly development: boolean;
  readonly interactions: Interactions;
  readonly findTenant: (host: string) => Promise<Tenant>;
  /** Which messages stay in the inbox of a development server; absent in production. */
  readonly findInboxed?: ((database: Database, tenantId: string) => Promise<SendingChannels>) | undefined;
  /** The steps of signing in, for a form that comes without scripts: those that scripts take. */
  readonly steps: SignInSteps;
  readonly pipeline: Pipeline;
}
