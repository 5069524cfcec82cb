import { errors, type PageRefusal } from '@freehold/contract';
import { formatMessage, type Locale, type MessageId } from '@freehold/messages';
import type { FastifyReply } from 'fastify';
import { type InteractionContext, Problem } from '../../operation/index.ts';
import type { PageResponse } from '../pages/index.ts';
import type { PageNeeds } from './needs.ts';
import { render, type Typed } from './render.ts';
import type { Visit } from './visit.ts';

/** One form that has arrived. */
export interface Sent {
  readonly form: URLSearchParams;
  readonly visit: Visit;
  readonly locale: Locale;
  readonly context: InteractionContext;
  readonly reply: FastifyReply;
}

/** What was typed into a form and stands in it again when it is refused. */
export const typedIn = (form: URLSearchParams): Typed => ({
  identifier: (form.get('identifier') ?? '').slice(0, 256),
  agreed: form.get('agree') === 'yes',
});

/** The form once more, with what is wrong where it is wrong. */
const refuse = (needs: PageNeeds, { form, visit }: Sent, refusal: PageRefusal, status = 422) =>
  render(needs, visit, 'sign-in', { status, refusal, typed: typedIn(form) });

/** The same for what can be said before anything is tried. */
export const refuseWith = (needs: PageNeeds, sent: Sent, about: PageRefusal['about'], sentence: MessageId) =>
  refuse(needs, sent, { about, sentence: formatMessage(sent.locale, sentence) });

/**
 * The same for a step that has refused.
 *
 * @param placed where a problem belongs that is about a field; undefined for those about the whole
 * @throws whatever is no refusal
 */
export async function refuseFor(
  needs: PageNeeds,
  sent: Sent,
  error: unknown,
  placed: (problem: Problem) => { readonly about: PageRefusal['about']; readonly sentence?: string } | undefined,
): Promise<PageResponse> {
  if (!(error instanceof Problem)) throw error;
  if (error.code === 'session.not_found') return notUnderWay(needs, sent.visit);
  const { status } = errors[error.code];
  const { headers = {}, values } = error.options;
  sent.reply.headers(headers);
  const sentence = formatMessage(sent.locale, `errors.${error.code}`, values);
  const { requestId } = sent.context;
  if (status >= 500) return refuse(needs, sent, { about: 'form', sentence, requestId }, status);
  return refuse(needs, sent, { about: 'form', sentence, ...placed(error) });
}

/** Says how to go on without a sign-in under way: sent twice, sent too late, sent from elsewhere. */
export const notUnderWay = (needs: PageNeeds, visit: Visit): Promise<PageResponse> =>
  render(needs, { ...visit, interaction: undefined }, 'sign-in', { status: 400 });
