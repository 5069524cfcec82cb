/** A real mail server on the loopback address that takes mails, well or badly. */
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerAuthentication } from 'smtp-server';

/** A mail as it came: to whom the server was told to give it, and what it says. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Whether the connection was encrypted. */
  readonly encrypted: boolean;
  readonly mail: ParsedMail;
}

export interface MailServerOptions {
  /** Asks for this user and password; otherwise nobody is asked. */
  readonly auth?: { readonly user: string; readonly pass: string };
  /** Takes these access tokens (XOAUTH2) instead of a password. */
  readonly tokens?: readonly string[];
  /** Offers TLS, with a certificate that nobody vouches for. */
  readonly tls?: boolean;
  /** Never greets, or never says that a mail has arrived. */
  readonly hangs?: 'at the greeting' | 'at the end';
  /** Refuses every recipient with this answer. */
  readonly refuses?: { readonly code: number; readonly text: string };
}

export interface MailServer {
  readonly port: number;
  /** What came, oldest first. */
  readonly mails: readonly ReceivedMail[];
  /** How many connections were opened. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** Opens a mail server; close it after the test. */
export async function openMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  let connections = 0;
  const server = new SMTPServer({
    logger: false,
    closeTimeout: 100,
    disableReverseLookup: true,
    authOptional: !options.auth && !options.tokens,
    allowInsecureAuth: true,
    authMethods: options.tokens ? ['XOAUTH2'] : ['PLAIN', 'LOGIN'],
    hideSTARTTLS: !options.tls,
    onConnect: (_, done) => {
      connections += 1;
      if (options.hangs !== 'at the greeting') done();
    },
    onAuth: (auth, _, done) => {
      if (isKnown(options, auth)) done(null, { user: auth.username });
      // Says back what it was sent, as some do.
      else done(new Error(`no entry for ${auth.username} with ${auth.password ?? auth.accessToken}`));
    },
    onRcptTo: (_, __, done) =>
      done(options.refuses && Object.assign(new Error(options.refuses.text), { responseCode: options.refuses.code })),
    onData: (stream, session, done) => {
      simpleParser(stream).then(mail => {
        const { mailFrom, rcptTo } = session.envelope;
        if (options.hangs === 'at the end') return;
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          encrypted: session.secure,
          mail,
        });
        done();
      }, done);
    },
  });
  // Connections that are cut off are what some tests are about.
  server.on('error', () => {});
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    connections: () => connections,
    close: () => new Promise(resolve => void server.close(resolve)),
  };
}

function isKnown({ auth, tokens }: MailServerOptions, given: SMTPServerAuthentication): boolean {
  if (tokens) return tokens.includes(given.accessToken ?? '');
  return auth === undefined || (given.username === auth.user && given.password === auth.pass);
}
