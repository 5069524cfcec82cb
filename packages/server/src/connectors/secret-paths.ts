import type { ConnectorConfig } from './port.ts';

/** The value at a dotted path, or undefined. */
export function valueAt(config: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return Reflect.get(value, key);
  }, config);
}

/** The secrets of a config that are text, for hiding them where they have no business. */
export const secretTexts = (config: ConnectorConfig, secretPaths: readonly string[]): string[] =>
  secretPaths.map(path => valueAt(config, path)).filter(value => typeof value === 'string');
