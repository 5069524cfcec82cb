/**
 * The protocol engine, loaded quietly: it prints notices for its operators ("use a later Node.js") on
 * the console, where they would look like ours. They are kept for the log instead.
 */
import { format } from 'node:util';

/** What the engine wanted to tell while it was loaded. */
export const engineNotices: string[] = [];

const { warn } = console;
console.warn = (...words: unknown[]) => {
  const text = format(...words);
  if (text.includes('oidc-provider ')) engineNotices.push(text);
  else warn(...words);
};
const engine = await import('oidc-provider');
console.warn = warn;

export const { Provider, errors, interactionPolicy } = engine;
export type {
  Account,
  Adapter,
  AdapterPayload,
  ClientMetadata,
  Configuration,
  KoaContextWithOIDC,
  TokenEndpointGrantContext as TokenContext,
} from 'oidc-provider';
export type Engine = InstanceType<typeof Provider>;
/** A client as the engine holds it. */
export type EngineClient = NonNullable<Awaited<ReturnType<typeof Provider.prototype.Client.find>>>;
/** An access token as the engine holds it. */
export type EngineAccessToken = InstanceType<typeof Provider.prototype.AccessToken>;
