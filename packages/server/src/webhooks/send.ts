import type { HookConfig, HookLog } from '@freehold/contract';
import { hideTexts, type Outbound, OutboundError } from '../lib/index.ts';
import { signatures } from './sign.ts';
import type { HookSecrets } from './stored-secrets.ts';

const MAX_LOGGED = 8 * 1024;

/** How one attempt went. */
export type Outcome =
  | { readonly delivered: true; readonly response: Answered }
  | { readonly delivered: false; readonly response?: Answered; readonly error: string };

type Answered = NonNullable<HookLog['payload']['response']>;

/** Sends a body once. Never throws: what goes wrong is the receiver's, and belongs into its log. */
export async function send(
  outbound: Outbound,
  { config, signingKey }: HookSecrets,
  message: { readonly id: string; readonly body: string; readonly now: Date },
  signal?: AbortSignal,
): Promise<Outcome> {
  const headers = {
    'user-agent': 'Freehold-Webhooks',
    'content-type': 'application/json',
    accept: '*/*',
    ...lowerCased(config.headers),
    ...signatures(signingKey, message),
  };
  try {
    const answer = await outbound.fetch(config.url, {
      method: 'POST',
      headers,
      body: message.body,
      ...(signal && { signal }),
    });
    const response = { statusCode: answer.status, body: loggedBody(await answer.text(), config, signingKey) };
    if (answer.ok) return { delivered: true, response };
    return { delivered: false, response, error: `The receiver answered ${answer.status}.` };
  } catch (error) {
    return { delivered: false, error: reasonOf(error) };
  }
}

/** A header is replaced by its name in any case. */
const lowerCased = (headers: HookConfig['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));

const reasons: Readonly<Record<OutboundError['reason'], string>> = {
  refused: 'The address is not one that may be asked: it is in a private network, or not http(s).',
  timeout: 'The receiver gave no answer in time.',
  'too-large': 'The answer is too large.',
  redirected: 'The receiver answered with a redirect, which is not followed.',
  failed: 'The receiver could not be reached.',
};

/** Sentences of ours: a network error's own names addresses of the operator's network. */
const reasonOf = (error: unknown): string =>
  error instanceof OutboundError ? reasons[error.reason] : 'The request could not be made.';

/**
 * The start of an answer for the log. Receivers that echo what they were sent (a proxy's error page, a test service)
 * would put credentials there, so header values and the key are taken out.
 */
function loggedBody(text: string, { headers }: HookConfig, signingKey: string): Answered['body'] {
  const secrets = [signingKey, ...Object.values(headers ?? {}).flatMap(value => [value, ...value.split(' ')])];
  // Before it is cut: half a secret at the end would not be found any more.
  const clean = hideTexts(text, secrets, { mask: '********', shortest: 6 });
  const cut = Buffer.byteLength(clean) > MAX_LOGGED ? cutAt(clean, MAX_LOGGED) : clean;
  try {
    return JSON.parse(cut);
  } catch {
    return cut.toWellFormed();
  }
}

/** The first bytes of a text, without the half of a character. */
const cutAt = (text: string, bytes: number): string =>
  Buffer.from(text)
    .subarray(0, bytes)
    .toString('utf8')
    .replace(/\ufffd$/, '');
