import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { createSourceOf } from './client-address.ts';

const request = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: { 'x-forwarded-for': forwarded, 'user-agent': 'test' },
  }) as unknown as IncomingMessage;

test.each<[string, string[], string, string | undefined, string]>([
  ['nobody is trusted', [], '203.0.113.7', '198.51.100.1', '203.0.113.7'],
  ['a trusted proxy is believed', ['10.0.0.0/8'], '10.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['what a client wrote before the proxy is not', ['10.0.0.0/8'], '10.0.0.1', '1.2.3.4, 198.51.100.1', '198.51.100.1'],
  ['another proxy is not', ['10.0.0.0/8'], '203.0.113.7', '198.51.100.1', '203.0.113.7'],
  ['nonsense stays nonsense', ['10.0.0.0/8'], '10.0.0.1', 'not an address', 'unknown'],
  ['one spelling for one client', [], '::ffff:203.0.113.7', undefined, '203.0.113.7'],
])('%s', (_, trustProxy, remote, forwarded, expected) => {
  expect(createSourceOf(trustProxy)(request(remote, forwarded)).origin).toEqual({ ip: expected, userAgent: 'test' });
});
