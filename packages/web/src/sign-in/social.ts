/** The way to another provider and back. What has to come back is kept in the tab that set out, and compared there. */
import { isRecord, Problem, plain, randomText } from '@freehold/client/react/kit';
import type { PageProvider } from '@freehold/contract';
import { boot } from '../ui/boot.ts';
import { given } from './agreement.tsx';
import { begin } from './begin.ts';
import { startSocial } from './experience.ts';

/** What the tab remembers of a way to a provider. */
export type Outing = {
  readonly connectorId: string;
  readonly verificationId: string;
  /** The person has agreed to the terms before they left. */
  readonly agreed?: boolean;
};

const key = (state: string) => `freehold:social:${state}`;

/** The provider's name in the reader's language. */
export function providerName({ name, id }: PageProvider, locale: string): string {
  return plain(name[locale] ?? name['en'] ?? id);
}

/**
 * Leaves for a provider.
 *
 * @param replace leaves no trace in the history: going back must not set out again
 * @throws Problem
 */
export async function goToProvider({ id }: PageProvider, { replace = false } = {}): Promise<'leaving'> {
  await begin(boot.signIn.signInMode === 'Register' ? 'Register' : 'SignIn');
  const state = randomText();
  const redirectUri = `${boot.endpoint}/callback/${encodeURIComponent(id)}`;
  const { verificationId, authorizationUri } = await startSocial(id, { state, redirectUri });
  const url = URL.canParse(authorizationUri) ? new URL(authorizationUri) : undefined;
  // An address such as javascript: would run in this origin.
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new Problem('', { status: 0, code: 'page.no_way_on' });
  }
  const outing: Outing = { connectorId: id, verificationId, agreed: given.agreed };
  sessionStorage.setItem(key(state), JSON.stringify(outing));
  if (replace) location.replace(url);
  else location.assign(url);
  return 'leaving';
}

/** What a provider has sent back with the browser. */
export type Return = {
  readonly data: Readonly<Record<string, string>>;
  /** Undefined when this tab has not set out with that state: nothing of it may be used. */
  readonly outing: Outing | undefined;
};

/** Reads the answer out of the address bar, once: neither a reload nor the history offers it again. */
export function takeReturn(connectorId: string): Return {
  const data = Object.fromEntries(new URLSearchParams(location.search));
  history.replaceState(null, '', location.pathname);
  const state = data['state'] ?? '';
  const kept = sessionStorage.getItem(key(state));
  sessionStorage.removeItem(key(state));
  const outing: unknown = kept === null ? undefined : JSON.parse(kept);
  const isOurs =
    isRecord(outing) && outing['connectorId'] === connectorId && typeof outing['verificationId'] === 'string';
  return { data, outing: isOurs ? (outing as Outing) : undefined };
}
