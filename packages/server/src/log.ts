import pino from 'pino';
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

/** The process's log: one JSON object a line on standard output. */
export function createLog(level: Config['logLevel']): Log {
  const logger = pino({
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
              stack: error.stack?.split('\n').slice(1).join('\n'),
              sqlState: Reflect.get(error, 'sqlState'),
            }
          : { name: typeof error },
    },
  });
  return {
    info: (facts, sentence) => logger.info(facts, sentence),
    warn: (facts, sentence) => logger.warn(facts, sentence),
    error: (facts, sentence) => logger.error(facts, sentence),
  };
}
