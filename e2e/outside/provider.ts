/** A real OpenID provider, in a process of its own, and a browser that somebody signs in there with. */
import { createBrowser } from './browser-without-window.ts';
import { startProcess } from './own-process.ts';

/** Somebody who has an account at the provider. */
export interface ProviderPerson {
  readonly sub: string;
  readonly name: string;
  readonly password: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface ProviderStart {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly people: readonly ProviderPerson[];
}

/** What is wrong with an ID token: one thing, or that it is another one. */
export type Lie =
  | 'wrong nonce'
  | 'no nonce'
  | 'wrong issuer'
  | 'wrong audience'
  | 'expired'
  | 'wrong key'
  | 'unsigned'
  | { readonly token: string };

/** By path what is answered there instead; `id_token` is what the token endpoint gives. */
export type Misbehaviour = Readonly<
  Record<
    string,
    | 'hangs'
    | 'drips'
    | '500'
    | 'HTML'
    | '10 MB'
    | 'redirects'
    | { readonly says: object }
    | { readonly lie: Lie }
    | undefined
  >
>;

export interface OpenidProvider extends ProviderStart {
  readonly issuer: string;
  misbehave(how?: Misbehaviour): Promise<unknown>;
  /** Signs somebody in there, or has them decline; returns the query that the callback gets. */
  visit(authorizationUri: string, who: ProviderPerson | 'declines'): Promise<Record<string, string>>;
  kill(): Promise<void>;
}

/**
 * Starts a provider; it demands PKCE.
 * @param hearSecret what it was sent and gave that nobody else may learn
 */
export async function startProvider(
  settings: ProviderStart,
  hearSecret: (what: string, value: string) => void,
): Promise<OpenidProvider> {
  const hear = (told: unknown) => {
    const { said = '', tokens = {} } = told as { said?: string; tokens?: Readonly<Record<string, unknown>> };
    const verifier = new URLSearchParams(said).get('code_verifier');
    if (verifier !== null) hearSecret('code verifier', verifier.trim());
    for (const name of ['access_token', 'id_token']) {
      const token = tokens[name];
      if (typeof token === 'string') hearSecret(`${name} of the provider`, token);
    }
  };
  const process = startProcess(new URL('provider.process.ts', import.meta.url), hear);
  const issuer = (await process.ask('start', settings)) as string;
  return {
    ...settings,
    issuer,
    misbehave: (how = {}) => process.ask('misbehave', how),
    visit: async (authorizationUri, who) => {
      const browser = createBrowser(issuer);
      const fields = who === 'declines' ? { decline: '1' } : { name: who.name, password: who.password };
      let answer = await browser.send('GET', authorizationUri);
      for (let steps = 0; steps < 10; steps++) {
        const { location } = answer;
        if (location?.startsWith(settings.redirectUri)) return Object.fromEntries(new URL(location).searchParams);
        const action = answer.text.match(/<form method="post" action="([^"]+)"/)?.[1];
        if (location !== undefined) answer = await browser.send('GET', location);
        else if (action !== undefined) answer = await browser.send('POST', action, new URLSearchParams(fields));
        else break;
      }
      throw new Error(`the provider answers ${answer.status}: ${answer.text}`);
    },
    kill: () => process.kill(),
  };
}
