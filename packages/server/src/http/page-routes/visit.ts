import { isLocale, type Locale, negotiateLocale } from '@freehold/messages';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem, type Tenant } from '../../operation/index.ts';
import type { Interaction } from '../../sign-in/index.ts';
import { pageLocale } from '../pages/index.ts';
import type { PageNeeds } from './needs.ts';

/** One look at a page: whose, by whom, in the middle of what. */
export interface Visit {
  readonly tenant: Tenant;
  readonly request: FastifyRequest;
  /** The sign-in under way in this browser, if any. */
  readonly interaction: Interaction | undefined;
}

/** Finds out whose page is looked at, and which sign-in it belongs to. */
export async function visitOf(
  { findTenant, interactions }: Pick<PageNeeds, 'findTenant' | 'interactions'>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Visit> {
  const tenant = await findTenant(request.host);
  const interaction = await interactions.find(request.raw, reply.raw).catch(error => {
    // Opened from a bookmark, or after it expired: the page says how to go on.
    if (error instanceof Problem && error.code === 'session.not_found') return undefined;
    throw error;
  });
  return { tenant, request, interaction };
}

/** The query as it was sent, with its question mark. */
export const searchOf = ({ url }: FastifyRequest): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '');

/** A header of the request; what was sent more than once in one list. */
export const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
};

/** The language that the page opens in. A preview is in the one that is asked for, not in that of whoever looks at it. */
export function localeOf(visit: Visit, { isPreview = false } = {}): Locale {
  const { request } = visit;
  const cookie = isPreview ? undefined : request.headers.cookie;
  const locale = pageLocale(
    { cookie, uiLocales: uiLocales(visit), acceptLanguage: header(request, 'accept-language') },
    wishes => negotiateLocale(wishes),
  );
  return isLocale(locale) ? locale : 'en';
}

function uiLocales({ request, interaction }: Visit): string | undefined {
  const asked = interaction?.parameters['ui_locales'] ?? new URLSearchParams(searchOf(request)).get('ui_locales');
  return typeof asked === 'string' ? asked : undefined;
}
