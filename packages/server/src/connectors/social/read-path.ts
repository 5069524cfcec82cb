/**
 * The member of `document` at a dotted path, such as `data.0.id`. Only own members are seen: `constructor` and its like,
 * which every object inherits, are nobody's data.
 */
export function readPath(document: unknown, path: string): unknown {
  let value = document;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
