import { createClient } from '@freehold/client';
import { ask } from '@freehold/client/react/kit';
import type { SignedIn } from '../relying-party/relying-party.ts';
import { relyingParty } from './relying-party.ts';

/** The account as the Account API shows it to this application: a member is absent when it may not see it. */
export type Account = Readonly<Record<string, unknown>>;
export type AccountChange = {
  readonly name?: string | null;
  readonly avatar?: string | null;
  readonly username?: string | null;
};

/** Calls the Account API, once more with a new access token when the first has ended. */
async function call(
  signedIn: SignedIn,
  work: (client: ReturnType<typeof createClient>) => Promise<{ readonly body: Account }>,
): Promise<{ account: Account; signedIn: SignedIn }> {
  let current = signedIn;
  const client = createClient({
    endpoint: '',
    language: () => document.documentElement.lang,
    token: async refused => {
      if (refused !== undefined) current = (await relyingParty.refresh(current)) ?? current;
      return current.accessToken;
    },
  });
  return { account: await ask(work(client)), signedIn: current };
}

export const readAccount = (signedIn: SignedIn) => call(signedIn, client => client.getAccount());
export const changeAccount = (signedIn: SignedIn, change: AccountChange) =>
  call(signedIn, client => client.updateAccount({ body: change }));
