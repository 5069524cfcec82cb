import type { Problem } from '@freehold/client/react/kit';

/** One thing that is wrong with a config, as the server says it: in English, never with the value. */
export type ConfigIssue = { readonly path: readonly string[]; readonly message: string };

/** What the server finds wrong with a config or with the name of a connector; nothing for other refusals. */
export function issuesOf({ data }: Pick<Problem, 'data'>): readonly ConfigIssue[] {
  const issues = isRecord(data) ? data['issues'] : undefined;
  if (!Array.isArray(issues)) return [];
  return issues.flatMap(issue => {
    if (!isRecord(issue) || !Array.isArray(issue['path'])) return [];
    return [{ path: issue['path'].map(String), message: String(issue['message'] ?? '') }];
  });
}

/** What an issue means where we have words of our own for it. */
export function kindOfIssue({ message }: ConfigIssue): 'moved' | 'missing' | 'address' | 'other' {
  if (message.includes('the address that it goes to has changed')) return 'moved';
  if (message.includes('received undefined') || message.startsWith('must be sent: nothing is stored')) return 'missing';
  if (/must be an https? ?(?:\(s\) )?URL|http\(s\) URL|https URL/.test(message)) return 'address';
  return 'other';
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
