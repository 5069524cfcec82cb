/** People with an account of every shape, and the codes that are sent to them. */
import type { Page } from 'playwright-core';
import { call, codesFor, newEmail, newPassword, newUsername } from './operator.ts';

/** Somebody with what the journey is about. */
export interface Holder {
  readonly id: string;
  readonly username?: string;
  readonly password?: string;
  readonly primaryEmail?: string;
  readonly primaryPhone?: string;
}

/** A number that no other run has used. */
export const newPhone = (): string => `8869${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;

/** Somebody with a username, a password and an email address. */
export function createHolder(more: object = {}): Promise<Required<Omit<Holder, 'primaryPhone'>>> {
  const given = { username: newUsername(), password: newPassword(), primaryEmail: newEmail(), ...more };
  return create(given);
}

/** Somebody who has an email address and nothing else. */
export function createPasswordless(): Promise<Required<Pick<Holder, 'id' | 'primaryEmail'>>> {
  return create({ primaryEmail: newEmail() });
}

/** Somebody who has a username and a password, and cannot be written to. */
export function createUnreachable(): Promise<Required<Pick<Holder, 'id' | 'username' | 'password'>>> {
  return create({ username: newUsername(), password: newPassword() });
}

async function create<Given extends object>(given: Given): Promise<Given & { readonly id: string }> {
  const { id } = (await call('POST', '/api/users', { name: 'Ada Lovelace', ...given })) as { id: string };
  return { id, ...given };
}

/** What an administrator sees of somebody's account. */
export const readHolder = (id: string) => call('GET', `/api/users/${id}`) as Promise<Holder>;

/** Changes somebody's account from elsewhere. */
export const changeHolder = (id: string, change: object) => call('PATCH', `/api/users/${id}`, change);

/** Types the newest code that was sent there. */
export async function enterCode(page: Page, address: string): Promise<void> {
  const field = page.locator('input[autocomplete="one-time-code"]');
  await field.waitFor();
  await field.fill(await newestCode(address));
}

/** The newest code that was sent there. */
export async function newestCode(address: string): Promise<string> {
  for (let tries = 0; tries < 50; tries++) {
    const [code] = await codesFor(address);
    if (code !== undefined) return code;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`no code for ${address}`);
}
