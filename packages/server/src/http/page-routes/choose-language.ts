import { isLocale } from '@freehold/messages';
import type { FastifyRequest } from 'fastify';
import type { Tenant } from '../../operation/index.ts';
import { isFromElsewhere } from '../own-pages.ts';
import { keepLocale } from '../pages/index.ts';
import { searchOf } from './visit.ts';

/** Name of the member of a page's query by which browsers without scripts choose a language. */
export const languageChoice = 'choose_language';

/** Where a choice leads on: the same page, in the language that the browser has been told to remember. */
export interface ChosenLanguage {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Reads a choice of language from the address of a page; undefined where nobody chooses. It leads to the very page that it
 * was sent to, so that it can lead nowhere else, and without the choice in the address, which would undo the next one.
 */
export function chosenLanguage({ endpoint }: Tenant, request: FastifyRequest): ChosenLanguage | undefined {
  const query = new URLSearchParams(searchOf(request));
  const chosen = query.get(languageChoice);
  if (chosen === null) return undefined;
  query.delete(languageChoice);
  const [path = ''] = request.url.split('?');
  const address = `${endpoint}${path}${query.size === 0 ? '' : `?${query}`}`;
  // A link that stands elsewhere chooses for nobody.
  const isKept = isLocale(chosen) && !isFromElsewhere(request.headers, { endpoint });
  return {
    address,
    headers: { 'cache-control': 'no-store', ...(isKept && { 'set-cookie': keepLocale(chosen, endpoint) }) },
  };
}
