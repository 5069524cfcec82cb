/** The rules of what a connector may be; each is answered with a code of its own. */
import type { ConnectorOverrides } from '@freehold/contract';
import { Problem } from '../operation/index.ts';
import { unmaskConfig } from './config-secrets.ts';
import type { ConfigIssue, ConnectorConfig, ConnectorFactory } from './port.ts';

/**
 * The config to be stored: masks replaced by what they stand for, and judged by its kind.
 * @throws Problem `connector.invalid_config` with where and why, never with values
 */
export async function checkConfig(
  factory: Pick<ConnectorFactory, 'validate' | 'secretPaths' | 'secretsGoTo'>,
  sent: ConnectorConfig,
  stored: ConnectorConfig | undefined,
): Promise<ConnectorConfig> {
  const { config, issues } = unmaskConfig(factory, sent, stored);
  refuseConfig(issues);
  refuseConfig(await factory.validate(config));
  return config;
}

function refuseConfig(issues: readonly ConfigIssue[]): void {
  if (issues.length > 0) throw new Problem('connector.invalid_config', { data: { issues } });
}

/**
 * The metadata to be stored. Only a standard connector has some of its own: another one's name and target are what
 * people know the provider by.
 */
export function checkOverrides(
  { metadata: { isStandard } }: ConnectorFactory,
  sent: ConnectorOverrides,
  stored: ConnectorOverrides,
): ConnectorOverrides {
  // A settings page sends what is not set as empty text.
  const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== ''));
  if (!isStandard) {
    if (Object.keys(given).length === 0) return stored;
    throw new Problem('connector.cannot_overwrite_metadata_for_non_standard_connector');
  }
  const overrides: ConnectorOverrides = { ...stored, ...given };
  if (overrides.target === undefined) {
    const issues = [{ path: ['target'], message: 'must be sent: it names whose identities the connector links' }];
    throw new Problem('connector.invalid_metadata', { data: { issues } });
  }
  return overrides;
}

/** Refuses to keep tokens where there are none with which anything could be done. */
export function checkTokenStorage({ metadata }: ConnectorFactory, enabled: boolean | undefined): void {
  if (enabled && !metadata.isTokenStorageSupported) throw new Problem('connector.token_storage_not_supported');
}
