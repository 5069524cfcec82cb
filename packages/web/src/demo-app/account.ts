import { isRecord, Problem, request } from '../ui/api.ts';
import { refresh, type SignedIn } from './relying-party.ts';

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
  method: string,
  body?: unknown,
): Promise<{ account: Account; signedIn: SignedIn }> {
  const send = async (who: SignedIn) => {
    const answer = await request(method, '/api/my-account', {
      token: who.accessToken,
      ...(body === undefined ? {} : { body }),
    });
    if (!isRecord(answer)) throw new Problem('', { status: 0, code: 'page.unexpected_answer' });
    return { account: answer, signedIn: who };
  };
  try {
    return await send(signedIn);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401 || error.code !== 'auth.unauthorized') throw error;
    const renewed = await refresh(signedIn);
    if (renewed === undefined) throw error;
    return send(renewed);
  }
}

export const readAccount = (signedIn: SignedIn) => call(signedIn, 'GET');
export const changeAccount = (signedIn: SignedIn, change: AccountChange) => call(signedIn, 'PATCH', change);
