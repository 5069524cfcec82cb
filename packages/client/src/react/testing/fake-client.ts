import { type Client, FreeholdError, OutcomeUnknown } from '../../index.ts';

type Calls = { readonly [Name in keyof Client]?: (request: Parameters<Client[Name]>[0]) => unknown };

/** A client whose answers a test writes down; what it does not name is not called. */
export function fakeClient(calls: Calls): Client {
  const methods = Object.entries(calls).map(([name, answer]) => [
    name,
    async (request: never) => ({ status: 200, body: await answer(request), etag: undefined, total: undefined }),
  ]);
  return Object.fromEntries(methods);
}

/** The server says no. */
export function refuse(code: FreeholdError['code'], status: number): never {
  throw new FreeholdError({ code, status, message: `refused: ${code}` });
}

/** The network breaks off. */
export function breakOff(): never {
  throw new OutcomeUnknown('no answer');
}
