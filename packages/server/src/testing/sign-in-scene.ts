/** People at the sign-in pages, without the pages and without the engine. */
import type { Database, Queryable, Statement, Transaction } from '../database/database.ts';
import { type Answer, createTestApp, type TestApp, type TestAppOptions } from './create-test-app.ts';
import { type ScriptedInteractions, scriptedInteractions } from './scripted-interactions.ts';
import { callbackUri } from './social-world.ts';

/** A product in front of an engine that keeps sign-ins in memory. */
export interface SignInScene {
  readonly app: TestApp;
  readonly interactions: ScriptedInteractions;
  /** Changes the sign-in settings. */
  settings(change: object): Promise<void>;
}

/** Sets one up, with these sign-in settings. Requests come from wherever `X-Forwarded-For` says. */
export async function createSignInScene(
  change: object = {},
  { parts, ...options }: TestAppOptions = {},
): Promise<SignInScene> {
  const interactions = scriptedInteractions();
  const app = await createTestApp({ ...options, parts: { interactions, trustProxy: true, ...parts } });
  const settings = async (next: object) => {
    const answer = await app.management('PATCH', '/api/sign-in-exp', next);
    if (answer.status !== 200) throw new Error(`cannot change the settings: ${JSON.stringify(answer.body)}`);
    await app.events();
  };
  await settings(change);
  return { app, interactions, settings };
}

/** How one identifier signs in. */
export const method = (identifier: string, { password = true, code = true } = {}) => ({
  identifier,
  password,
  verificationCode: code,
  isPasswordPrimary: password,
});

/** Settings under which addresses and usernames sign in by password and code, and an email address signs up. */
export const codesAllowed = {
  signIn: { methods: [method('username', { code: false }), method('email'), method('phone')] },
  signUp: { identifiers: ['email'], password: false, verify: true },
};

/** Status and code of an answer. */
export const outcome = ({ status, body }: Answer): [number, string | undefined] => [status, body?.code];

const typeOf = (address: string) => (address.includes('@') ? 'email' : 'phone');

/** One browser in the middle of signing in. */
export function visitor({ app, interactions }: SignInScene, cookie = interactions.open(), ip = '127.0.0.1') {
  const send = (httpMethod: string, path: string, body?: unknown) =>
    app.request(httpMethod, path, { body, headers: { cookie, 'accept-language': 'en', 'x-forwarded-for': ip } });
  const self = {
    cookie,
    send,
    start: (interactionEvent: string) => send('PUT', '/api/experience', { interactionEvent }),
    turnTo: (interactionEvent: string) => send('PUT', '/api/experience/interaction-event', { interactionEvent }),
    password: (type: string, value: string, password: string) =>
      send('POST', '/api/experience/verification/password', { identifier: { type, value }, password }),
    askCode: (address: string, interactionEvent: string) =>
      send('POST', '/api/experience/verification/verification-code', {
        identifier: { type: typeOf(address), value: address },
        interactionEvent,
      }),
    enterCode: (address: string, verificationId: string, code: string) =>
      send('POST', '/api/experience/verification/verification-code/verify', {
        identifier: { type: typeOf(address), value: address },
        verificationId,
        code,
      }),
    /** Asks for a code, reads it and enters it; returns the verification. */
    async proveAddress(address: string, interactionEvent: string): Promise<string> {
      const asked = await self.askCode(address, interactionEvent);
      if (asked.status !== 200) throw new Error(`no code: ${JSON.stringify(asked.body)}`);
      const { verificationId } = asked.body;
      const entered = await self.enterCode(address, verificationId, app.messenger.codeTo(address));
      if (entered.status !== 200) throw new Error(`not proven: ${JSON.stringify(entered.body)}`);
      return verificationId;
    },
    askProvider: (connectorId: string, state = 'state-1') =>
      send('POST', `/api/experience/verification/social/${connectorId}/authorization-uri`, {
        state,
        redirectUri: callbackUri,
      }),
    comeBack: (connectorId: string, verificationId: string | undefined, connectorData: unknown) =>
      send('POST', `/api/experience/verification/social/${connectorId}/verify`, { verificationId, connectorData }),
    /** Comes back from the provider that only plays as `who`; returns the verification. */
    async proveIdentity(connectorId: string, who: Record<string, unknown>): Promise<string> {
      const asked = await self.askProvider(connectorId);
      if (asked.status !== 200) throw new Error(`no way there: ${JSON.stringify(asked.body)}`);
      const back = await self.comeBack(connectorId, asked.body.verificationId, { code: 'c', state: 'state-1', ...who });
      if (back.status !== 200) throw new Error(`no way back: ${JSON.stringify(back.body)}`);
      return back.body.verificationId;
    },
    identify: (verificationId?: string, more: object = {}) =>
      send('POST', '/api/experience/identification', {
        ...(verificationId !== undefined && { verificationId }),
        ...more,
      }),
    add: (type: string, what: object) => send('POST', '/api/experience/profile', { type, ...what }),
    resetPassword: (password: string) => send('PUT', '/api/experience/profile/password', { password }),
    progress: () => send('GET', '/api/experience/interaction'),
    submit: () => send('POST', '/api/experience/submit'),
  };
  return self;
}
export type Visitor = ReturnType<typeof visitor>;

/** A database that writes down the names of the statements that it is given. */
export function watchedDatabase(database: Database): { readonly database: Database; readonly statements: string[] } {
  const statements: string[] = [];
  const watched = (inner: Queryable): Queryable => {
    const noted = <Row>(statement: Statement<Row>): Queryable => {
      statements.push(statement.name);
      return inner;
    };
    return {
      rows: (statement, values) => noted(statement).rows(statement, values),
      row: (statement, values) => noted(statement).row(statement, values),
      run: (statement, values) => noted(statement).run(statement, values),
    };
  };
  return {
    statements,
    database: {
      ...watched(database),
      kind: database.kind,
      script: sql => database.script(sql),
      close: () => database.close(),
      transaction: work =>
        database.transaction((tx: Transaction) =>
          work({ ...watched(tx), isTransaction: true, script: sql => tx.script(sql) }),
        ),
    },
  };
}
