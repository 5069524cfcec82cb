/** Hands a message to a gateway of the operator's: one POST of JSON, which the gateway turns into mail or a text message. */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { newRecordId } from '../../lib/index.ts';
import { configOf, HeaderValue, HttpUrl } from '../config-parts.ts';
import type { ConnectorTools, FormItem } from '../port.ts';
import { refuse } from '../refuse-answer.ts';

export const GatewayConfig = configOf({
  endpoint: HttpUrl,
  authorization: HeaderValue.optional(),
  /** Ours: signs every message, so that the gateway believes nobody else. */
  signingKey: z.string().min(16, 'must have at least 16 characters').optional(),
});
export type GatewayConfig = z.output<typeof GatewayConfig>;

export const gatewaySecrets = ['authorization', 'signingKey'] as const;
export const gatewaySecretsGoTo = ['endpoint'] as const;

export const gatewayForm: readonly FormItem[] = [
  {
    key: 'endpoint',
    label: 'Address of the gateway',
    type: 'Text',
    required: true,
    placeholder: 'https://gateway.example.com/messages',
  },
  {
    key: 'authorization',
    label: 'Authorization header',
    type: 'Text',
    isConfidential: true,
    placeholder: 'Bearer …',
    description: 'Sent as it is with every message.',
  },
  {
    key: 'signingKey',
    label: 'Signing key',
    type: 'Text',
    isConfidential: true,
    description: 'Signs every message, so that the gateway can tell ours from others’: see the guide.',
  },
];

/**
 * Posts one message.
 * @throws ConnectorError, OutboundError
 */
export async function postMessage(
  { endpoint, authorization, signingKey }: GatewayConfig,
  { outbound }: ConnectorTools,
  message: object,
): Promise<void> {
  const body = JSON.stringify(message);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    ...(authorization !== undefined && { authorization }),
    ...(signingKey !== undefined && signatureHeaders(signingKey, body)),
  };
  const response = await outbound.fetch(endpoint, { method: 'POST', headers, body });
  if (!response.ok) throw await refuse(response);
}

/** Standard Webhooks: an id for telling repetitions, a time for telling old ones, and HMAC-SHA-256 over them and the body. */
function signatureHeaders(key: string, body: string): Record<string, string> {
  const id = `msg_${newRecordId()}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const secret = key.startsWith('whsec_') ? Buffer.from(key.slice(6), 'base64') : key;
  const mac = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${mac}` };
}

/** What both readmes say of the way. */
export const gatewayReadme = `
A status of 2xx means that the message is on its way; what else is in the answer is not read. The gateway has ten seconds.
429 is passed on as a rate limit, everything else as a failure of the connector. Redirects are not followed.

* \`authorization\` (optional) is sent as the \`Authorization\` header.
* \`signingKey\` (optional, at least 16 characters, or \`whsec_\` and base64) signs each message as Standard Webhooks
  describes: \`webhook-signature: v1,<base64 of HMAC-SHA-256 over "<webhook-id>.<webhook-timestamp>.<body>">\`.

A gateway in your own network has to be named in the setting \`OUTBOUND_ALLOW\`: without that only public addresses are
asked, so that nobody who may set up connectors can look around behind your firewall.
`;
