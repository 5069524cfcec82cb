import pino, { type DestinationStream } from 'pino';
import type { Config } from './config.ts';
import type { Log } from './http/index.ts';

// Paths at which a secret could hide in an error or a fact that somebody logs in a hurry.
const SECRET_NAMES = [
  'password',
  'token',
  'code',
  'secret',
  'authorization',
  'cookie',
  'access_token',
  'refresh_token',
  'client_secret',
];

// A message may have several lines: only those that name a place in the code are the stack's.
const placesOf = (stack: string | undefined) =>
  stack
    ?.split('\n')
    .filter(line => /^ {4}at /.test(line))
    .join('\n');

/** The process's log: one JSON object a line, on standard output unless a test wants to read it. */
export function createLog(level: Config['logLevel'], destination: DestinationStream = pino.destination(1)): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_NAMES.flatMap(name => [name, `*.${name}`, `err.cause.${name}`]), censor: '[redacted]' },
    serializers: {
      // Name and stack say where it broke. Own members do not leave: drivers hang whole statements
      // with their parameters, and messages with values, on their errors.
      err: (error: unknown) =>
        error instanceof Error
          ? {
              name: error.name,
              stack: placesOf(error.stack),
              sqlState: Reflect.get(error, 'sqlState'),
            }
          : { name: typeof error },
    },
  };
  const logger = pino(options, destination);
  return {
    info: (facts, sentence) => logger.info(facts, sentence),
    warn: (facts, sentence) => logger.warn(facts, sentence),
    error: (facts, sentence) => logger.error(facts, sentence),
  };
}
