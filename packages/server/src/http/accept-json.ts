import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../operation/index.ts';
import { isDeeperThan } from './json-depth.ts';

/** JSON only; an empty body is no body, whatever its content type says. */
export function acceptJson(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  const parse = server.getDefaultJsonParser('remove', 'remove');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    if (bytes.length === 0) return done(null, undefined);
    const refuse = (details: string) => done(new Problem('guard.invalid_input', { details, values: { part: 'body' } }));
    const coding = request.headers['content-encoding'] ?? 'identity';
    if (coding.toLowerCase() !== 'identity') return done(compressed());
    // Decoding would put a replacement in the place of what it does not understand, and it would be stored.
    if (!isUtf8(bytes as Buffer)) return refuse('body: not valid UTF-8');
    const body = bytes.toString();
    if (isDeeperThan(MAX_DEPTH, body)) return refuse('body: nested too deeply');
    parse(request, body, (error, value) => (error ? refuse('body: not valid JSON') : done(null, value)));
  });
}

/** RFC 9110, section 12.5.3: who sends a body in an encoding that is not understood is told which is. */
const compressed = () => new Problem('request.unsupported_media_type', { headers: { 'accept-encoding': 'identity' } });

/** Objects and arrays within each other: validating, storing and printing them all recurse. */
const MAX_DEPTH = 100;
