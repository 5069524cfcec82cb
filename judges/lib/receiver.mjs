/** Others' services that the server calls: a gateway or webhook over HTTP, and a mail server. Both on this machine. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** Takes what is posted to it. `requests` has every `{ method, path, headers, raw, body }`; `answer` says with what status. */
export async function openReceiver() {
  const requests = [];
  let status = 200;
  const server = createServer(async (request, response) => {
    const raw = await text(request);
    requests.push({ method: request.method, path: request.url, headers: request.headers, raw, body: JSON.parse(raw) });
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests,
    answer: wanted => {
      status = wanted;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A mail server that lets one account in. `mails` has every `{ from, to, user, source }`. */
export async function openMailServer({ user, pass }) {
  const mails = [];
  const server = new SMTPServer({
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      username === user && password === pass ? done(null, { user }) : done(new Error('wrong password')),
    onData: async (stream, { envelope, user }, done) => {
      const source = await text(stream);
      mails.push({
        from: envelope.mailFrom.address,
        to: envelope.rcptTo.map(({ address }) => address),
        user,
        source,
      });
      done();
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return { port: server.server.address().port, mails, close: () => new Promise(done => server.close(done)) };
}
