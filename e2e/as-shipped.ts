/**
 * The server's settings, as every file of journeys finds them. What one file had left behind once decided whether the next
 * one passed, and their order follows their size and what failed before.
 */
import type { TestProject } from 'vitest/node';
import { call } from './operator.ts';

const settings = ['/api/sign-in-exp', '/api/account-center', '/api/account-center/step-up-policy'] as const;

/** What journeys add to; people are not among it, since each journey makes its own. */
const collections = [
  '/api/applications',
  '/api/connectors',
  '/api/email-templates',
  '/api/hooks',
  '/api/resources',
] as const;

interface Shipped {
  readonly settings: readonly (readonly [path: string, body: unknown])[];
  readonly members: readonly string[];
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly shipped: Shipped;
  }
}

/** The address of everything in the collections. */
async function listMembers(): Promise<readonly string[]> {
  const listed = collections.map(async collection => {
    const members = (await call('GET', `${collection}?page_size=100`)) as { id: string }[];
    return members.map(({ id }) => `${collection}/${id}`);
  });
  return (await Promise.all(listed)).flat();
}

/** Notes, once before all files, how the server is; after all of them it is so again. */
export default async function noteShipped({ provide }: TestProject): Promise<() => Promise<void>> {
  const read = settings.map(async path => [path, await call('GET', path)] as const);
  const shipped = { settings: await Promise.all(read), members: await listMembers() };
  provide('shipped', shipped);
  return () => putBack(shipped);
}

/** Puts the settings back and removes what has come since. */
export async function putBack({ settings, members }: Shipped): Promise<void> {
  for (const member of await listMembers()) if (!members.includes(member)) await call('DELETE', member);
  for (const [path, body] of settings) await call('PATCH', path, body);
}
