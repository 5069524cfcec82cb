import { type Page, Problem } from '../operation/index.ts';

/** Rows to read for `page` and `page_size`. */
export interface PageRequest {
  readonly page: number;
  readonly pageSize: number;
  readonly limit: number;
  readonly offset: number;
}

const DEFAULT_PAGE_SIZE = 20;
const MAX_PAGE_SIZE = 100;

/**
 * Reads `page` (from 1) and `page_size` (1 to 100, default 20).
 * Undefined means everything, where the route allows it and neither parameter was sent.
 * @throws Problem `guard.invalid_pagination`
 */
export function readPage(query: URLSearchParams, mode: 'always' | 'optional'): PageRequest | undefined {
  if (mode === 'optional' && !query.has('page') && !query.has('page_size')) return undefined;
  const page = positiveInteger(query.get('page') ?? '1', Number.MAX_SAFE_INTEGER / MAX_PAGE_SIZE);
  const pageSize = positiveInteger(query.get('page_size') ?? String(DEFAULT_PAGE_SIZE), MAX_PAGE_SIZE);
  return { page, pageSize, limit: pageSize, offset: (page - 1) * pageSize };
}

function positiveInteger(text: string, max: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= 1 && value <= max)) throw new Problem('guard.invalid_pagination');
  return value;
}

/** `Total-Number` and `Link` (RFC 8288) of one page; links carry the full path and every other parameter. */
export function pageHeaders(
  result: Page<unknown>,
  request: PageRequest | undefined,
  endpoint: string,
  path: string,
  query: URLSearchParams,
): Record<string, string> {
  if (!request) return { 'total-number': String(result.total) };
  const last = Math.max(1, Math.ceil(result.total / request.pageSize));
  const link = (page: number, rel: string) => {
    const parameters = new URLSearchParams(query);
    parameters.set('page', String(page));
    parameters.set('page_size', String(request.pageSize));
    return `<${endpoint}${path}?${parameters}>; rel="${rel}"`;
  };
  const links = [
    link(1, 'first'),
    ...(request.page > 1 ? [link(request.page - 1, 'prev')] : []),
    ...(request.page < last ? [link(request.page + 1, 'next')] : []),
    link(last, 'last'),
  ];
  return { 'total-number': String(result.total), link: links.join(', ') };
}
