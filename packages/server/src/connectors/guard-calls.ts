import { OutboundError } from '../lib/index.ts';
import {
  ConnectorError,
  type ConnectorErrorCode,
  type EmailConnector,
  type SmsConnector,
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
    call(() => connector.sendMessage(message), limitOf(guard).message, [...guard.secrets, ...codesIn(message.payload)]),
  close: () => connector.close?.(),
});

/** As {@link guardEmail}. */
export const guardSms = (connector: SmsConnector, guard: CallGuard): SmsConnector => ({
  sendMessage: message =>
    call(() => connector.sendMessage(message), limitOf(guard).message, [...guard.secrets, ...codesIn(message.payload)]),
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
});

const limitOf = ({ deadlines = callDeadlines }: CallGuard) => deadlines;

const codesIn = ({ code, link }: Readonly<Record<string, unknown>>) => [code, link].filter(isText);
const textsIn = (values: Readonly<Record<string, unknown>>) => Object.values(values).filter(isText);
const isText = (value: unknown): value is string => typeof value === 'string';

async function call<T>(work: () => Promise<T>, deadline: number, secrets: readonly string[]): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ConnectorError('general', `no answer within ${deadline} ms`)), deadline);
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
  const message = error instanceof Error ? error.message : 'something that is not an error was thrown';
  return new ConnectorError(codeOf(error), hide(message, secrets), { cause: error });
}

function codeOf(error: unknown): ConnectorErrorCode {
  if (error instanceof ConnectorError) return error.code;
  return error instanceof OutboundError && error.reason === 'too-large' ? 'invalid_response' : 'general';
}

/** A provider may say back what it was sent: the key that it refused, the code that it could not deliver. */
function hide(text: string, secrets: readonly string[]): string {
  const hidden = [...secrets]
    .filter(secret => secret.length >= MIN_SECRET)
    // The longest first: a secret within another would leave the other's ends.
    .sort((one, other) => other.length - one.length)
    .reduce((rest, secret) => rest.replaceAll(secret, '[hidden]'), text);
  // One line of the log stays one line.
  return hidden.replaceAll(/[\p{C}\s]+/gu, ' ').slice(0, MAX_MESSAGE);
}
