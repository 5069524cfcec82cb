import type { Account, PublicSignInExperience } from '@freehold/contract';
import { isRecord, plain } from '../../kit/index.ts';

/** One provider, with the account there that is linked, if one is. */
export interface ProviderRow {
  readonly target: string;
  /** In the reader's language. */
  readonly name: string;
  /** What to set out to it with; absent where nobody can be sent there any more. */
  readonly connectorId?: string;
  readonly logo?: string;
  readonly logoDark?: string;
  readonly linked?: LinkedAccount;
}

/** An account at a provider, as people know it: nothing of it is verified. */
export interface LinkedAccount {
  readonly name?: string;
  readonly email?: string;
  /** What the provider calls it, where it says nothing else. */
  readonly id: string;
}

/**
 * The providers that are offered, in their order, then what is linked at others: an administrator may have taken one away,
 * and the link still stands.
 */
export function providerRows(
  { identities = {} }: Account,
  { socialConnectors }: PublicSignInExperience,
  locale: string,
): readonly ProviderRow[] {
  const offered = socialConnectors.map(({ id, target, platform, name, logo, logoDark }): ProviderRow => {
    const identity = Object.hasOwn(identities, target) ? identities[target] : undefined;
    return {
      target,
      name: plain(name[locale] ?? name['en'] ?? target),
      // A connector for native applications has no address that a browser could be sent to.
      ...(platform !== 'Native' && { connectorId: id }),
      logo,
      ...(logoDark !== null && { logoDark }),
      ...(identity && { linked: linkedAccount(identity) }),
    };
  });
  const known = new Set(offered.map(({ target }) => target));
  const others = Object.entries(identities)
    .filter(([target]) => !known.has(target))
    .map(([target, identity]): ProviderRow => ({ target, name: plain(target), linked: linkedAccount(identity) }));
  return [...offered, ...others].filter(({ connectorId, linked }) => connectorId !== undefined || linked !== undefined);
}

function linkedAccount({ userId, details }: { readonly userId: string; readonly details?: unknown }): LinkedAccount {
  const said = isRecord(details) ? details : {};
  const text = (value: unknown) => (typeof value === 'string' ? plain(value, 256) : '');
  const [name, email] = [text(said['name']), text(said['email'])];
  return { id: plain(userId, 256), ...(name !== '' && { name }), ...(email !== '' && { email }) };
}
