/**
 * Requests to addresses that somebody else has chosen: a provider's, a gateway's, a webhook's. Without a filter they
 * would be asked from inside the operator's network, where a cloud's metadata service and everything without a password
 * lives (server-side request forgery).
 */
import { lookup as lookUp } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Why no answer came. The message is for the log. */
export class OutboundError extends Error {
  readonly reason: 'refused' | 'timeout' | 'too-large' | 'redirected' | 'failed';
  constructor(reason: OutboundError['reason'], message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'OutboundError';
    this.reason = reason;
  }
}

export interface OutboundOptions {
  /** Loopback addresses may be asked: for development, where the provider is another process of the same machine. */
  readonly loopback: boolean;
  /** Host names and CIDR ranges that may be asked although they are private. */
  readonly allow?: readonly string[];
  /** For the whole exchange with its body, in milliseconds. */
  readonly deadline?: number;
  /** Of the body, in bytes. */
  readonly maxBytes?: number;
}

export interface OutboundRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams;
  readonly signal?: AbortSignal;
}

export interface Outbound {
  /**
   * Asks `url`. The body has arrived whole when this resolves. Redirects are not followed: what was checked is the
   * address that was given, and no provider's API needs them.
   * @throws OutboundError
   */
  fetch(url: string | URL, request?: OutboundRequest): Promise<Response>;
  /** Ends kept connections. */
  close(): Promise<void>;
}

/** Whether `entry` may stand in {@link OutboundOptions.allow}: a host name, an address, or a CIDR range. */
export const isAllowEntry = (entry: string): boolean =>
  entry.includes('/') ? ipaddr.isValidCIDR(entry) : isIP(entry) !== 0 || /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/i.test(entry);

const DEADLINE_MS = 10_000;
const MAX_BYTES = 1024 * 1024;

/** Makes a client for requests to addresses that somebody else has chosen. */
export function createOutbound({
  loopback,
  allow = [],
  deadline = DEADLINE_MS,
  maxBytes = MAX_BYTES,
}: OutboundOptions): Outbound {
  const ranges = allow.filter(entry => ipaddr.isValidCIDR(entry)).map(entry => ipaddr.parseCIDR(entry));
  const hosts = new Set(allow.filter(entry => !ipaddr.isValidCIDR(entry)).map(entry => entry.toLowerCase()));

  const mayReach = (address: string): boolean => {
    const parsed = ipaddr.process(address);
    const range = parsed.range();
    // Only what is public: `unicast` is what no special-purpose registry (RFC 6890) claims. Addresses that carry
    // another one inside (6to4, Teredo, NAT64) have ranges of their own, and are refused with the rest.
    if (range === 'unicast' || (loopback && range === 'loopback')) return true;
    return ranges.some(([network, bits]) => parsed.kind() === network.kind() && parsed.match(network, bits));
  };

  // Judged where the connection is made, on the addresses that it will use: a name that is looked up once for the check
  // and again for the connection can answer differently the second time (DNS rebinding).
  const lookup: LookupFunction = (hostname, options, done) => {
    lookUp(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      const good = hosts.has(hostname.toLowerCase()) ? found : found.filter(({ address }) => mayReach(address));
      const [first] = good;
      if (!first) return done(new OutboundError('refused', `${hostname} is in a private network`), []);
      if (options.all) done(null, good);
      else done(null, first.address, first.family);
    });
  };
  // Loaded with the first request: a start need not wait for a tenth of a second of code that it does not run.
  let opened: ReturnType<typeof open> | undefined;
  async function open() {
    const { Agent, fetch } = await import('undici');
    const agent = new Agent({
      connect: { lookup, timeout: deadline },
      headersTimeout: deadline,
      bodyTimeout: deadline,
      maxHeaderSize: 16_384,
      keepAliveTimeout: 10_000,
    });
    return { agent, fetch };
  }

  /** A literal address is never looked up. */
  function judgeUrl(text: string | URL): URL {
    if (!URL.canParse(String(text))) throw new OutboundError('refused', 'not a URL');
    const url = new URL(text);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new OutboundError('refused', 'not an http(s) URL');
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    if (isIP(host) !== 0 && !hosts.has(host) && !mayReach(host)) {
      throw new OutboundError('refused', `${host} is in a private network`);
    }
    return url;
  }

  async function exchange(url: URL, request: OutboundRequest, signal: AbortSignal): Promise<Response> {
    const { method = 'GET', headers, body } = request;
    opened ??= open();
    const { agent, fetch } = await opened;
    const response = await fetch(url, {
      method,
      headers: { ...headers },
      redirect: 'manual',
      signal,
      dispatcher: agent,
      ...(body !== undefined && { body }),
    });
    if (response.status >= 300 && response.status < 400 && response.headers.has('location')) {
      await response.body?.cancel();
      throw new OutboundError('redirected', `${url.host} answers with a redirect`);
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new OutboundError('too-large', `${url.host} sends more than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
    const bodiless = response.status === 204 || response.status === 205 || response.status === 304;
    return new Response(bodiless ? null : Buffer.concat(chunks), {
      status: response.status,
      headers: new Headers([...response.headers]),
    });
  }

  return {
    fetch: async (text, request = {}) => {
      const url = judgeUrl(text);
      const timeout = AbortSignal.timeout(deadline);
      const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout;
      try {
        return await exchange(url, request, signal);
      } catch (error) {
        if (error instanceof OutboundError) throw error;
        const cause = error instanceof Error ? error.cause : undefined;
        if (cause instanceof OutboundError) throw cause;
        if (signal.aborted) throw new OutboundError('timeout', `${url.host} gave no answer in time`, { cause: error });
        throw new OutboundError('failed', `${url.host} could not be asked`, { cause: error });
      }
    },
    close: async () => (await opened)?.agent.close(),
  };
}
