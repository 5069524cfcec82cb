/** The way to another provider and back. What has to come back is kept in the tab that set out, and compared there. */
import type { Client } from '../../../index.ts';
import { ask, isRecord, Problem, randomText } from '../../kit/index.ts';

/** What the tab remembers of a way to a provider. */
export interface Outing {
  readonly connectorId: string;
  readonly target: string;
  readonly recordId: string;
  /** Where the answer has to arrive. */
  readonly callbackUri: string;
  /** The query of the page that was left: it belongs to what is around it, and comes back with the person. */
  readonly search: string;
}

/** What a provider has sent back with the browser. */
export interface Return {
  readonly data: Readonly<Record<string, string>>;
  /** Undefined when this tab has not set out with that state: nothing of it may be used. */
  readonly outing: Outing | undefined;
}

const key = (state: string) => `freehold:linking:${state}`;

/**
 * Leaves for a provider.
 * @throws Problem
 */
export async function leaveForProvider(
  client: Client,
  { id: connectorId, target }: { readonly id: string; readonly target: string },
  callbackUri: string,
): Promise<'leaving'> {
  const state = randomText();
  const { verificationRecordId, authorizationUri } = await ask(
    client.startSocialVerification({ body: { connectorId, state, redirectUri: callbackUri } }),
  );
  const url = webAddress(authorizationUri);
  if (url === undefined) throw new Problem('', { status: 0, code: 'page.no_way_on' });
  const outing: Outing = {
    connectorId,
    target,
    recordId: verificationRecordId,
    callbackUri,
    search: location.search,
  };
  sessionStorage.setItem(key(state), JSON.stringify(outing));
  location.assign(url);
  return 'leaving';
}

/** An address of the web; anything else, such as `javascript:`, would run in this page. */
export function webAddress(address: string): URL | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : undefined;
}

/**
 * Reads the answer of a provider out of the address bar, once: neither a reload nor the history offers it again. Undefined
 * where the address is not the callback, or bears no answer.
 */
export function takeReturn(callbackUri: string): Return | undefined {
  const data = Object.fromEntries(new URLSearchParams(location.search));
  const { origin, pathname } = new URL(callbackUri);
  if (location.origin !== origin || location.pathname !== pathname) return undefined;
  if (Object.keys(data).every(name => !answers.includes(name))) return undefined;
  const outing = takeOuting(data['state'] ?? '', callbackUri);
  history.replaceState(history.state, '', location.pathname + (outing?.search ?? ''));
  return { data, outing };
}

// One of them is in every answer of OAuth (RFC 6749 §4.1.2); without any the person has merely opened the address.
const answers: readonly string[] = ['state', 'code', 'error'];

function takeOuting(state: string, callbackUri: string): Outing | undefined {
  const kept = sessionStorage.getItem(key(state));
  sessionStorage.removeItem(key(state));
  const outing: unknown = kept === null ? undefined : JSON.parse(kept);
  return isRecord(outing) && outing['callbackUri'] === callbackUri ? (outing as unknown as Outing) : undefined;
}
