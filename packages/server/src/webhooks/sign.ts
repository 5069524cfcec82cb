import { createHmac } from 'node:crypto';

/**
 * The signatures of one delivery, as headers. Both are over the raw body: whoever checks them must not parse and print it
 * first.
 *
 * - `logto-signature-sha-256`: hex HMAC-SHA256 of the body under the signing key, prefix and all;
 * - `webhook-id`, `webhook-timestamp`, `webhook-signature`: Standard Webhooks, symmetric signature `v1` of
 *   `id.timestamp.body` under the bytes that the key's base64 stands for. The timestamp is the attempt's, so that a
 *   receiver can refuse what somebody has kept and sends again.
 */
export function signatures(
  signingKey: string,
  { id, body, now }: { readonly id: string; readonly body: string; readonly now: Date },
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const bytes = Buffer.from(signingKey.replace(/^whsec_/, ''), 'base64');
  const standard = createHmac('sha256', bytes).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'logto-signature-sha-256': createHmac('sha256', signingKey).update(body).digest('hex'),
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${standard}`,
  };
}
