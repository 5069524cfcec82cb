import type { MessageUsage } from '@freehold/contract';
import type { Queryable } from '../database/database.ts';
import { templatesOfType } from './email-templates.store.ts';
import { lookUpLanguage } from './look-up-language.ts';

/** A template that somebody has written in place of the shipped mail. */
export interface Template {
  readonly content: string;
  readonly contentType: 'text/html' | 'text/plain';
  readonly subject: string;
  readonly replyTo?: string | undefined;
  readonly sendFrom?: string | undefined;
}

/** A template, and the language that it was found by. */
export interface FoundTemplate extends Template {
  readonly languageTag?: string;
}

/**
 * The tenant's own template of a mail, in the first language of `wishes` that there is one in. The tenant's fallback
 * language is the last of them.
 */
export async function findTenantTemplate(
  db: Queryable,
  tenantId: string,
  usage: MessageUsage,
  wishes: readonly string[],
): Promise<FoundTemplate | undefined> {
  const rows = await templatesOfType(db, tenantId, usage);
  const tag = lookUpLanguage(
    wishes,
    rows.map(row => row.language_tag),
  );
  const details = rows.find(row => row.language_tag === tag)?.details;
  return details && tag !== undefined
    ? { ...details, contentType: details.contentType ?? 'text/html', languageTag: tag }
    : undefined;
}

/**
 * The template that a connector's config holds: the one of the usage, else its `Generic` one. A notice has no code, which
 * is all that a `Generic` template speaks of: it takes none but its own.
 */
export function findConfigTemplate(
  config: Readonly<Record<string, unknown>>,
  usage: MessageUsage,
): FoundTemplate | undefined {
  const templates = Array.isArray(config['templates']) ? config['templates'].filter(isObject) : [];
  const ofUsage = (names: readonly string[]) =>
    templates.find(({ usageType, content }) => names.includes(String(usageType)) && typeof content === 'string');
  const found = ofUsage([usage]) ?? (usage === 'SecurityNotice' ? undefined : ofUsage(generic));
  if (!found) return undefined;
  // The kinds of connectors do not agree on the name.
  const plain = found['contentType'] === 'text/plain' || found['type'] === 'text/plain';
  return {
    content: String(found['content']),
    subject: typeof found['subject'] === 'string' ? found['subject'] : '',
    contentType: plain ? 'text/plain' : 'text/html',
    ...textMember(found, 'replyTo'),
    ...textMember(found, 'sendFrom'),
  };
}

/** `Test` is an old name of it. */
const generic = ['Generic', 'Test'] as const;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textMember = <Name extends string>(from: Readonly<Record<string, unknown>>, name: Name) =>
  (typeof from[name] === 'string' ? { [name]: from[name] } : {}) as { [K in Name]?: string };
