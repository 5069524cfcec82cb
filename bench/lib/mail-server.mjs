/** A mail server that takes everything and keeps nothing, in a process of its own. */
import { SMTPServer } from 'smtp-server';
import { serveQuestions } from './processes.mjs';

const server = new SMTPServer({
  logger: false,
  disableReverseLookup: true,
  authOptional: true,
  onData: (stream, _, done) => stream.resume().on('end', done),
});
let taken = 0;
server.onRcptTo = (_, __, done) => {
  taken++;
  done();
};
server.listen(0, '127.0.0.1', () => serveQuestions({ port: server.server.address().port }, () => ({ taken })));
