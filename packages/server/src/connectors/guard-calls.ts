import type { ConnectorFailure } from '@freehold/contract';
import { hideTexts, OutboundError } from '../lib/index.ts';
import { connectorErrorCode } from './connector-problem.ts';
import {
  ConnectorError,
  type ConnectorErrorCode,
  type EmailConnector,
  type EmailMessage,
  type SmsConnector,
  type SmsMessage,
  type SocialConnector,
} from './port.ts';

/** Time that one call may take, in milliseconds. */
export const callDeadlines = { message: 15_000, social: 10_000 } as const;

const MAX_MESSAGE = 500;
/** Shorter ones are no secrets, and hiding them would tear holes into every sentence. */
const MIN_SECRET = 4;

/** How a connector's calls are watched. */
export interface CallGuard {
  /** Values that no error may name. */
  readonly secrets: readonly string[];
  readonly deadlines?: typeof callDeadlines | { readonly message: number; readonly social: number };
}

/** A sender whose calls end in time and fail with {@link ConnectorError} alone. */
export const guardEmail = (connector: EmailConnector, guard: CallGuard): EmailConnector => ({
  sendMessage: message =>
    call(() => connector.sendMessage(message), limitOf(guard).message, [...guard.secrets, ...privateIn(message)]),
  close: () => connector.close?.(),
});

/** As {@link guardEmail}. */
export const guardSms = (connector: SmsConnector, guard: CallGuard): SmsConnector => ({
  sendMessage: message =>
    call(() => connector.sendMessage(message), limitOf(guard).message, [...guard.secrets, ...privateIn(message)]),
  close: () => connector.close?.(),
});

/** As {@link guardEmail}. */
export const guardSocial = (connector: SocialConnector, guard: CallGuard): SocialConnector => ({
  authorize: request => call(() => connector.authorize(request), limitOf(guard).social, guard.secrets),
  identify: (data, session) =>
    call(() => connector.identify(data, session), limitOf(guard).social, [
      ...guard.secrets,
      ...textsIn(data),
      ...textsIn(session),
    ]),
  ...guardRenewal(connector.renew?.bind(connector), guard),
});

const guardRenewal = (renew: SocialConnector['renew'], guard: CallGuard): Pick<SocialConnector, 'renew'> =>
  renew ? { renew: token => call(() => renew(token), limitOf(guard).social, [...guard.secrets, token]) } : {};

const limitOf = ({ deadlines = callDeadlines }: CallGuard) => deadlines;

/** What a message is about: whoever may read the log need not know who was written to, and must not know the code. */
const privateIn = ({ to, ip, payload: { code, link, user } }: EmailMessage | SmsMessage): string[] =>
  [code, link, to, to.toLowerCase(), ip, ...leavesOf(user)].filter(isText);
const leavesOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value];
const textsIn = (values: Readonly<Record<string, unknown>>) => Object.values(values).filter(isText);
const isText = (value: unknown): value is string => typeof value === 'string';

async function call<T>(work: () => Promise<T>, deadline: number, secrets: readonly string[]): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const late = () => new ConnectorError('general', `no answer within ${deadline} ms`, { reason: 'timeout' });
    timer = setTimeout(() => reject(late()), deadline);
  });
  try {
    // What comes after the deadline is dropped: whoever asked has gone.
    return await Promise.race([work(), tooLate]);
  } catch (error) {
    throw tidy(error, secrets);
  } finally {
    clearTimeout(timer);
  }
}

/** Whatever was thrown as a {@link ConnectorError} whose message an operator may read in the log. */
function tidy(error: unknown, secrets: readonly string[]): ConnectorError {
  return new ConnectorError(codeOf(error), hide(sentenceOf(error), secrets), { cause: error, reason: reasonOf(error) });
}

function reasonOf(error: unknown): ConnectorFailure | undefined {
  if (error instanceof ConnectorError) return error.reason;
  if (!(error instanceof OutboundError)) return undefined;
  return error.reason === 'timeout' ? 'timeout' : error.reason === 'too-large' ? undefined : 'unreachable';
}

/** The message, and the codes of what caused it: `ECONNREFUSED` says more than that somebody could not be asked. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is not an error was thrown';
  const codes: string[] = [];
  for (let cause = error.cause; cause instanceof Error && codes.length < 4; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') codes.push(cause.code);
  }
  return codes.length === 0 ? error.message : `${error.message} (${codes.join(', ')})`;
}

function codeOf(error: unknown): ConnectorErrorCode {
  if (error instanceof OutboundError && error.reason === 'too-large') return 'invalid_response';
  return connectorErrorCode(error);
}

/** A provider may say back what it was sent: the key that it refused, the code that it could not deliver, and to whom. */
function hide(text: string, secrets: readonly string[]): string {
  // A header's value without its scheme, too.
  const all = secrets.flatMap(secret => [secret, secret.replace(/^\S+\s+/, '')]);
  const hidden = hideTexts(text, all, { mask: '[hidden]', shortest: MIN_SECRET })
    // A header that was made of a secret does not hold it as it is.
    .replaceAll(/\b(Basic|Bearer)\s+[\w.~+/=-]+/gi, '$1 [hidden]');
  // One line of the log stays one line.
  return hidden.replaceAll(/[\p{C}\s]+/gu, ' ').slice(0, MAX_MESSAGE);
}
