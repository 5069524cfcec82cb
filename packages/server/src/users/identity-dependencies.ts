import type { Queryable } from '../database/database.ts';
import type { Envelope } from '../lib/index.ts';
import type { ManagementContext } from '../operation/index.ts';
import type { ProviderTokens } from '../provider-tokens/index.ts';

/** What `connectors/` does for the operations over a user's identities. */
export interface IdentityDependencies {
  /** Who came back with a provider's callback. @throws Problem 404 `entity.not_found`, `connector.*` */
  readonly identifySocial: (
    context: Pick<ManagementContext, 'database' | 'tenant' | 'now'>,
    connectorId: string,
    data: Readonly<Record<string, unknown>>,
  ) => Promise<{
    readonly connectorId: string;
    readonly target: string;
    readonly provider: string;
    readonly user: { readonly id: string; readonly issuer?: string };
    readonly tokens?: ProviderTokens;
  }>;
  /** Encrypts what the provider has given. */
  readonly envelope: Envelope;
  /** How people call the provider of a target. */
  readonly providerName: (database: Queryable, tenantId: string, target: string) => Promise<string>;
}
