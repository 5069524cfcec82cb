/**
 * Secrets in configs: which they are, the mask that stands for them in every answer, and how a mask that comes back
 * turns into the secret again.
 */
import { isDeepStrictEqual } from 'node:util';
import { SECRET_MASK } from '@freehold/contract';
import type { ConfigIssue, ConnectorConfig, ConnectorFactory } from './port.ts';

type Path = readonly (string | number)[];
type SecretsOf = Pick<ConnectorFactory, 'secretPaths' | 'secretsGoTo'>;

// Keys of other products' configs that are kept though unknown, and what a factory has forgotten to name.
const secretName =
  /(?:secret|password|passwd|pass|passphrase|token|(?:api|access|auth|encryption|private|secret|signing)[_-]?key|credentials?|authorization|cookie)$/i;

/** The config as an answer shows it. */
export const maskConfig = (factory: SecretsOf, config: ConnectorConfig): ConnectorConfig =>
  mapSecrets(factory, config, () => SECRET_MASK);

/** The secrets of a config that are text, for hiding them where they have no business. */
export function secretTexts(factory: SecretsOf, config: ConnectorConfig): string[] {
  const texts: string[] = [];
  mapSecrets(factory, config, value => {
    texts.push(...(typeof value === 'string' ? [value] : []));
    return value;
  });
  return texts;
}

/**
 * The config with the secrets of the stored one in the place of masks; and what is wrong with masks that stand for
 * nothing, or whose secret would go to another address than the one that it was entered for.
 */
export function unmaskConfig(
  factory: SecretsOf,
  sent: ConnectorConfig,
  stored: ConnectorConfig | undefined,
): { readonly config: ConnectorConfig; readonly issues: readonly ConfigIssue[] } {
  const issues: ConfigIssue[] = [];
  const moved = secretsMove(factory, sent, stored);
  const config = mapSecrets(factory, sent, (value, path) => {
    if (value !== SECRET_MASK) return value;
    const kept = valueAt(stored, path);
    if (kept === undefined) issues.push({ path, message: 'must be sent: nothing is stored that the mask stands for' });
    else if (moved) issues.push({ path, message: 'must be sent again: the address that it goes to has changed' });
    return kept;
  });
  return { config, issues };
}

/** Whether secrets would go to another address with `sent` than with `stored`. */
export const secretsMove = (
  { secretsGoTo = [] }: SecretsOf,
  sent: ConnectorConfig,
  stored: ConnectorConfig | undefined,
): boolean =>
  secretsGoTo.some(path => !isDeepStrictEqual(valueAt(sent, path.split('.')), valueAt(stored, path.split('.'))));

function mapSecrets(
  { secretPaths }: SecretsOf,
  config: ConnectorConfig,
  change: (value: unknown, path: Path) => unknown,
): ConnectorConfig {
  const known = new Set(secretPaths);
  const visit = (value: unknown, path: Path): unknown => {
    const name = String(path.at(-1) ?? '');
    const isSecret = known.has(path.join('.')) || (typeof value === 'string' && secretName.test(name));
    // What is empty is no secret, and shows that none is set.
    if (isSecret && value !== '' && value !== null) return change(value, path);
    if (Array.isArray(value)) return value.map((item, index) => visit(item, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, visit(member, [...path, key])]));
  };
  return Object.fromEntries(Object.entries(config).map(([key, member]) => [key, visit(member, [key])]));
}

function valueAt(config: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return Reflect.get(value, key);
  }, config);
}
