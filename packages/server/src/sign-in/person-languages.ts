import { wishedLanguages } from '@freehold/messages';
import type { InteractionContext } from '../operation/index.ts';
import type { Interaction } from './interactions.ts';

/** Enough for whoever speaks several, few enough to be kept with every user. */
const MOST = 5;

/**
 * The languages of whoever is signing in, by falling preference, as `ui_locales` has them: what they have chosen on our
 * pages, what the application asks for (OpenID Connect Core §3.1.2.1), what their browser says.
 */
export function personLanguages(
  { interaction: { request } }: InteractionContext,
  { parameters }: Interaction,
): string | undefined {
  const { cookie = '', 'accept-language': accepted } = request.headers;
  // Written by the pages when somebody chooses a language there.
  const chosen = /(?:^|;\s*)freehold_locale=([A-Za-z0-9-]{2,35})(?:;|$)/.exec(cookie)?.[1] ?? '';
  const asked = typeof parameters['ui_locales'] === 'string' ? parameters['ui_locales'].slice(0, 256).split(' ') : [];
  const tags = [chosen, ...asked].filter(tag => /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag));
  const all = new Set([...tags, ...wishedLanguages(accepted)].map(tag => tag.toLowerCase()));
  return all.size === 0 ? undefined : [...all].slice(0, MOST).join(' ');
}
