import { errors } from '@freehold/contract';
import { formatMessage } from '@freehold/messages';
import type { FastifyRequest } from 'fastify';
import type { Problem } from '../../operation/index.ts';
import type { PageResponse } from '../pages/index.ts';
import type { PageNeeds } from './needs.ts';
import { render } from './render.ts';
import { header, localeOf, type Visit } from './visit.ts';

/** Whether somebody is looking: a browser that opens a page, not a script or a program that asks for data. */
function isLookedAt(request: FastifyRequest): boolean {
  if (request.method !== 'GET' || request.url.startsWith('/api/')) return false;
  const destination = header(request, 'sec-fetch-dest');
  return (
    (destination === undefined || destination === 'document') && (header(request, 'accept') ?? '').includes('text/html')
  );
}

/**
 * A refusal as a page for people, in their language and with a way on; undefined where a program has asked, or where the
 * page itself cannot be made: no error may hide another one.
 */
export const problemPage =
  (needs: PageNeeds) =>
  async (request: FastifyRequest, problem: Problem): Promise<PageResponse | undefined> => {
    if (!isLookedAt(request)) return undefined;
    const { code, options } = problem;
    try {
      const visit: Visit = { tenant: await needs.findTenant(request.host), request, interaction: undefined };
      const message = formatMessage(localeOf(visit), `errors.${code}`, options.values);
      return await render(needs, visit, 'sign-in', {
        status: options.status ?? errors[code].status,
        error: { code, message, requestId: request.id },
      });
    } catch {
      return undefined;
    }
  };
