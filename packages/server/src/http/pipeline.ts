import type { ErrorCode, Schema, SensitiveAction } from '@freehold/contract';
import type { Database, Transaction } from '../database/database.ts';
import type { Clock, Envelope } from '../lib/index.ts';
import type { ManagementContext, Principal, Tenant } from '../operation/index.ts';
import type { CorsPolicy } from './cors.ts';

/** What the pipeline needs from the rest of the house, named one by one by the composition root. */
export interface Pipeline {
  readonly database: Database;
  readonly clock: Clock;
  readonly envelope: Envelope;
  readonly cors: CorsPolicy;
  /** Clients without a row that are the product's own. */
  readonly builtInClients: ReadonlySet<string>;
  /** @throws Problem `tenant.not_found` */
  readonly findTenant: (host: string) => Promise<Tenant>;
  /** Judges a JWT for the Management API. @throws Problem 401 or 403 */
  readonly authenticateManager: (tenant: Tenant, token: string) => Promise<ManagementContext['actor']>;
  /**
   * The permission proof that the tenant's policy asks of `principal` for `action`: undefined when it
   * asks none.
   * @throws Problem 401 `verification_record.permission_denied`, saying what would do
   */
  readonly findProof: (
    database: Database,
    principal: Principal,
    action: SensitiveAction,
    recordId: string | undefined,
    now: Date,
  ) => Promise<{ readonly recordId: string; readonly singleUse: boolean } | undefined>;
  /** Judges a proof once more that does not get used up, inside the transaction of the change. @throws Problem 401 when it is gone */
  readonly requireProof: (tx: Transaction, principal: Principal, recordId: string, now: Date) => Promise<void>;
  /** Uses up a single-use proof inside the transaction of the change. @throws Problem 401 when it is gone already */
  readonly consumeProof: (tx: Transaction, tenantId: string, recordId: string, now: Date) => Promise<void>;
  /** Tests compare every answer with its route's schema. */
  readonly checkAnswer?: (operationId: string, schema: Schema | null, body: unknown) => void;
  /** Tests see every refusal. */
  readonly onProblem?: (code: ErrorCode) => void;
}
