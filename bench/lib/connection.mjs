/**
 * One keep-alive HTTP/1.1 connection, one request at a time. Written for the bench because the load shares
 * two processors with what it measures: `node:http` costs the caller as much as the server.
 */
import { once } from 'node:events';
import { connect } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

export class Connection {
  #socket;
  #authority;
  #received;
  #resolve;
  #reject;

  static async open(port) {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await once(socket, 'connect');
    return new Connection(socket, `127.0.0.1:${port}`);
  }

  constructor(socket, authority) {
    this.#socket = socket;
    this.#authority = authority;
    socket.on('data', chunk => this.#take(chunk));
    socket.on('error', error => this.#reject?.(error));
    socket.on('close', () => this.#reject?.(new Error('the server closed the connection')));
  }

  /** Sends a request; `headers` is text, one line a header, each ended by CRLF. */
  request(method, path, headers = '', body) {
    const length = body === undefined ? '' : `content-length: ${Buffer.byteLength(body)}\r\n`;
    this.#socket.write(
      `${method} ${path} HTTP/1.1\r\nhost: ${this.#authority}\r\n${headers}${length}\r\n${body ?? ''}`,
    );
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  #take(chunk) {
    this.#received = this.#received ? Buffer.concat([this.#received, chunk]) : chunk;
    const headEnd = this.#received.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = this.#received.latin1Slice(0, headEnd);
    const status = Number(head.slice(9, 12));
    const length = status === 204 || status === 304 ? 0 : Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1]);
    if (Number.isNaN(length)) return this.#reject?.(new Error(`an answer without a length:\n${head}`));
    const end = headEnd + HEAD_END.length + length;
    if (this.#received.length < end) return;
    const body = this.#received.utf8Slice(headEnd + HEAD_END.length, end);
    this.#received = undefined;
    this.#resolve({ status, head, body });
  }

  close() {
    this.#reject = undefined;
    this.#socket.destroy();
  }
}

/** The value of one header of an answer. */
export const headerOf = ({ head }, name) => new RegExp(`\\r\\n${name}: *([^\\r]*)`, 'i').exec(head)?.[1];
