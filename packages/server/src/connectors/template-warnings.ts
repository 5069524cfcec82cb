import type { MessageUsage, SavedConnector } from '@freehold/contract';
import type { ConnectorConfig, ConnectorFactory } from './port.ts';

/** What the account of a person cannot do without; templates of other products' configs often lack them. */
const wanted: readonly MessageUsage[] = ['UserPermissionValidation', 'BindNewIdentifier'];

/** What to tell whoever has saved a config: kinds of message that it has no words for. */
export function templateWarnings(
  { metadata }: ConnectorFactory,
  { templates }: ConnectorConfig,
): Pick<SavedConnector, 'warnings'> {
  if (!metadata.formItems?.some(({ key }) => key === 'templates')) return {};
  const usages = new Set(Array.isArray(templates) ? templates.map(usageOf) : []);
  const missing = wanted.filter(usage => !usages.has(usage));
  if (missing.length === 0) return {};
  return { warnings: missing.map(usageType => ({ code: 'template_missing', usageType })) };
}

const usageOf = (template: unknown): unknown =>
  typeof template === 'object' && template !== null ? Reflect.get(template, 'usageType') : undefined;
