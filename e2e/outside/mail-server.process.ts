/** A mail server as operators have one: it asks for a password, encrypts, and takes mails, well or badly. */
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { MailBehaviour, MailServerStart, ReceivedMail } from './mail-server.ts';
import { answer, tell } from './own-process.ts';

let behaviour: MailBehaviour = 'takes mails';

answer({
  behave: (next: MailBehaviour) => {
    behaviour = next;
  },
  start: ({ port, user, password }: MailServerStart) =>
    new Promise<number>(resolve => {
      const server = new SMTPServer({
        logger: false,
        disableReverseLookup: true,
        authMethods: ['PLAIN', 'LOGIN'],
        onConnect: (_, done) => {
          if (behaviour !== 'never greets') done();
        },
        onAuth: ({ username = '', password: given }, _, done) => {
          const isKnown = username === user && given === password;
          // Says back what it was sent, as some do.
          if (!isKnown || behaviour === 'refuses the password') done(new Error(`no entry for ${username} ${given}`));
          else done(null, { user: username });
        },
        onRcptTo: ({ address }, _, done) => {
          if (behaviour !== 'refuses recipients') return done();
          done(Object.assign(new Error(`no such user here: ${address}`), { responseCode: 550 }));
        },
        onData: (stream, session, done) => {
          simpleParser(stream).then(({ from, subject, text, html, headers }) => {
            const mail: ReceivedMail = {
              to: session.envelope.rcptTo.map(one => one.address),
              from: from?.text ?? '',
              subject: subject ?? '',
              text: text ?? '',
              html: html || '',
              isEncrypted: session.secure,
              isAutomatic: headers.get('auto-submitted') === 'auto-generated',
              isTaken: behaviour !== 'refuses the content',
            };
            tell(mail);
            // Says back what it was sent, as some filters do.
            if (!mail.isTaken) done(Object.assign(new Error(`spam: ${text}`), { responseCode: 554 }));
            else if (behaviour !== 'never says that it has it') done();
          }, done);
        },
      });
      // A connection that is cut off is nothing to end for.
      server.on('error', () => {});
      server.listen(port ?? 0, '127.0.0.1', () => resolve((server.server.address() as AddressInfo).port));
    }),
});
