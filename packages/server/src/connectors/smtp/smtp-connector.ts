import type { ConnectorFailure } from '@freehold/contract';
import { isAddress, oneMailbox } from '../one-address.ts';
import { ConnectorError, type ConnectorTools, type EmailConnector, type EmailMessage } from '../port.ts';
import { createTokenSource, type TokenSource } from './oauth2-token.ts';
import type { SmtpConfig } from './smtp-config.ts';

/** Upper bounds in milliseconds: somebody waits for the code. */
const CONNECT_MS = 10_000;
const IDLE_MS = 30_000;

/**
 * Sends mail through a server, on a few connections that are kept for a while. When it is closed, mails that are under
 * way are finished first; whoever holds it still may send, and closes after themselves: the settings change while
 * somebody's mail is being written.
 */
export function connectSmtp(config: SmtpConfig, { outbound }: ConnectorTools, deadline: number): EmailConnector {
  const tokens = createTokenSource(config.auth, outbound);
  let transport: Transport | undefined;
  let underWay = 0;
  let isClosed = false;
  const closeWhenDone = () => {
    if (!isClosed || underWay > 0) return;
    transport?.close();
    transport = undefined;
  };
  return {
    sendMessage: async message => {
      const mail = mailOf(config, message);
      underWay += 1;
      try {
        // Loaded with the first mail: a start does not wait for it.
        const kit = await import('nodemailer');
        transport ??= openTransport(kit, config, tokens, deadline);
        // Ends the attempt itself, not only the wait for it: a server that trickles its answers keeps no connection.
        await transport.sendMail({ ...mail, signal: AbortSignal.timeout(deadline) });
      } catch (error) {
        throw toConnectorError(error);
      } finally {
        underWay -= 1;
        closeWhenDone();
      }
    },
    close: () => {
      isClosed = true;
      closeWhenDone();
    },
  };
}

type Kit = typeof import('nodemailer');
type Transport = ReturnType<typeof openTransport>;

function openTransport(kit: Kit, config: SmtpConfig, tokens: TokenSource | undefined, deadline: number) {
  const transport = kit.createTransport({ ...transportOptions(config, deadline), pool: true });
  if (tokens) transport.set('oauth2_provision_cb', provideTokens(tokens));
  return transport;
}

function transportOptions(config: SmtpConfig, deadline: number) {
  const { host, port, auth, secure, ignoreTLS, requireTLS, tls, servername, name, localAddress } = config;
  const within = (wanted: number | undefined, most: number) => Math.min(wanted ?? most, most);
  return {
    host,
    port,
    secure,
    ignoreTLS,
    requireTLS,
    tls,
    servername,
    name,
    localAddress,
    auth:
      auth &&
      ('pass' in auth ? { user: auth.user, pass: String(auth.pass) } : { type: 'OAuth2' as const, user: auth.user }),
    connectionTimeout: within(config.connectionTimeout, CONNECT_MS),
    greetingTimeout: within(config.greetingTimeout, CONNECT_MS),
    dnsTimeout: within(config.dnsTimeout, CONNECT_MS),
    socketTimeout: within(config.socketTimeout, deadline),
    maxConnections: 5,
    maxRequeues: 1,
    idleTimeout: IDLE_MS,
    // Whatever the config says: a mail is made of what is handed in, never of files or addresses that it names, and its
    // content is nobody's log line.
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
    debug: false,
    transactionLog: false,
  };
}

function mailOf(config: SmtpConfig, { to, content }: EmailMessage) {
  // A library for mails reads a list out of it, and would send to everybody on it.
  if (!isAddress(to))
    throw new ConnectorError('invalid_request_parameters', 'the recipient is not exactly one address');
  const from = oneMailbox(content.sendFrom) ?? oneMailbox(config.fromEmail);
  if (!from) throw new ConnectorError('invalid_config', 'fromEmail is not exactly one address');
  const replyTo = oneMailbox(content.replyTo) ?? oneMailbox(config.replyTo);
  return {
    from,
    to: { name: '', address: to },
    envelope: { from: from.address, to: [to] },
    ...(replyTo && { replyTo }),
    subject: content.subject.replaceAll(/\s+/g, ' '),
    text: content.text,
    ...(content.html !== undefined && { html: content.html }),
    // RFC 3834: no automatic answer, such as one of absence, is to come back.
    headers: { 'Auto-Submitted': 'auto-generated', ...config.customHeaders },
  };
}

const provideTokens =
  (tokens: TokenSource) =>
  (_user: string, renew: boolean, done: (error: Error | null, token?: string, expires?: number) => void): void => {
    tokens(renew).then(
      ({ token, expiresAt }) => done(null, token, Number.isFinite(expiresAt) ? expiresAt : undefined),
      // In an error of its own: the library writes its codes over those of the one that it is given.
      (cause: unknown) => done(new Error('no access token', { cause })),
    );
  };

function toConnectorError(error: unknown): ConnectorError {
  if (error instanceof ConnectorError) return error;
  if (!(error instanceof Error)) return new ConnectorError('general', 'the mail server failed', { cause: error });
  if (error.cause instanceof ConnectorError) return error.cause;
  const code = 'code' in error ? String(error.code) : 'unknown';
  const reason = reasonOf(code, error.message);
  return new ConnectorError('general', `the mail server (${code}): ${error.message}`, { cause: error, reason });
}

/** What the library's code means to whoever sets the server up. */
const reasons: Readonly<Record<string, ConnectorFailure>> = {
  EAUTH: 'credentials',
  ENOAUTH: 'credentials',
  EOAUTH2: 'credentials',
  EDNS: 'unreachable',
  ECONNECTION: 'unreachable',
  ESOCKET: 'unreachable',
  ETLS: 'encryption',
  EREQUIRETLS: 'encryption',
  ETIMEDOUT: 'timeout',
  EABORT: 'timeout',
  EMESSAGE: 'refused',
  EPROTOCOL: 'refused',
};

function reasonOf(code: string, message: string): ConnectorFailure | undefined {
  if (code === 'EENVELOPE') return /recipient|RCPT/i.test(message) ? 'recipient' : 'sender';
  // The library gives every failure of a socket the same code, also those of a certificate.
  if (code === 'ESOCKET' && /certificate|SSL|TLS|altname/i.test(message)) return 'encryption';
  return reasons[code];
}
