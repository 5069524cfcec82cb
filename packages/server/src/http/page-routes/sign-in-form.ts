/**
 * Signing in without scripts: the forms of `/sign-in` and `/register` and the question of `/consent`, sent by the browser
 * itself. They walk the steps that the pages with scripts walk, sentinel, events and all; what is new is only that one
 * request takes several steps, and that the answer is a page.
 */
import { type PageIdentifier, signInRoutes } from '@freehold/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type InteractionContext, Problem } from '../../operation/index.ts';
import { loadSignInExperience } from '../../sign-in-experience/index.ts';
import { createContext } from '../context.ts';
import { takeTextForms } from '../form-post.ts';
import { isFromElsewhere } from '../own-pages.ts';
import { onwardPage, type PageResponse } from '../pages/index.ts';
import { validate } from '../validate.ts';
import type { PageNeeds } from './needs.ts';
import { register } from './register-form.ts';
import { notUnderWay, refuseFor, refuseWith, type Sent, typedIn } from './sent-form.ts';
import { signInSettings } from './sign-in-settings.ts';
import { narrowedMethods, readIdentifier } from './typed-identifier.ts';
import { localeOf, visitOf } from './visit.ts';

/** Far above any name and password; the password policy allows 256 characters. */
const LONGEST_FORM = 16 * 1024;

/** Mounts `POST /sign-in`, `POST /register` and `POST /consent`. */
export function mountSignInForm(server: FastifyInstance, needs: PageNeeds): void {
  server.register(async scope => {
    takeTextForms(scope);
    const form = (path: string, answer: (needs: PageNeeds, sent: Sent) => Promise<PageResponse>) =>
      scope.post(path, { config: { operationId: `form ${path}` }, bodyLimit: LONGEST_FORM }, async (request, reply) => {
        const { status, headers, body } = await receive(needs, request, reply, answer);
        return reply.code(status).headers(headers).send(body);
      });
    form('/sign-in', signIn);
    form('/register', register);
    form('/consent', consent);
  });
}

async function receive(
  needs: PageNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: (needs: PageNeeds, sent: Sent) => Promise<PageResponse>,
): Promise<PageResponse> {
  if (typeof request.body !== 'string') throw new Problem('request.unsupported_media_type');
  const tenant = await needs.findTenant(request.host);
  // As if the cookie had not come along: nobody is signed in by a form that stands elsewhere.
  if (isFromElsewhere(request.headers, tenant)) return notUnderWay(needs, { tenant, request, interaction: undefined });
  const visit = await visitOf(needs, request, reply);
  if (!visit.interaction) return notUnderWay(needs, visit);
  const locale = localeOf(visit);
  const { pipeline } = needs;
  const source = { tenant, now: pipeline.clock() };
  const made = createContext(pipeline, source, request, reply, { page: undefined, proofs: [] });
  // Sentences go into a page, in its language.
  const context = Object.defineProperty(made, 'locale', { value: locale }) as InteractionContext;
  return answer(needs, { form: new URLSearchParams(request.body), visit, locale, context, reply });
}

async function signIn(needs: PageNeeds, sent: Sent): Promise<PageResponse> {
  const { form, visit, locale, context, reply } = sent;
  const { tenant, interaction } = visit;
  // Whoever is signed in already is asked something else.
  if (interaction?.prompt === 'consent') return onwardPage(`${tenant.endpoint}/consent`, locale);
  const experience = await loadSignInExperience(needs.database, tenant.id);
  const { methods, agreement } = await signInSettings(needs, tenant, experience, { email: false, phone: false });
  const asked = String(interaction?.parameters['identifier'] ?? '').split(' ') as PageIdentifier[];
  const accepted = narrowedMethods(methods, asked).filter(({ password }) => password);
  const { identifier, agreed } = typedIn(form);
  const who = readIdentifier(
    identifier,
    accepted.map(one => one.identifier),
  );
  if ('problem' in who) return refuseWith(needs, sent, 'identifier', who.problem);
  const password = form.get('password') ?? '';
  if (password === '') return refuseWith(needs, sent, 'password', 'common.password.missing');
  if (agreement === 'always' && !agreed) return refuseWith(needs, sent, 'form', 'pages.agree.missing');

  try {
    const proof = validate('body', signInRoutes.verifySignInPassword.body, { identifier: who, password });
    const { redirectTo, headers } = await needs.steps.signInWithPassword(context, proof as ProofOf);
    reply.headers(headers);
    return onwardPage(redirectTo, locale);
  } catch (error) {
    return refuseFor(needs, sent, error, ({ code }) =>
      code === 'session.invalid_credentials' ? { about: 'password' } : undefined,
    );
  }
}

type ProofOf = Parameters<PageNeeds['steps']['signInWithPassword']>[1];

async function consent(needs: PageNeeds, { form, visit, locale, context }: Sent): Promise<PageResponse> {
  try {
    const { redirectTo } = await (form.get('answer') === 'allow'
      ? needs.steps.allow(context)
      : needs.steps.abort(context));
    return onwardPage(redirectTo, locale);
  } catch (error) {
    if (error instanceof Problem && error.code === 'session.not_found') return notUnderWay(needs, visit);
    throw error;
  }
}
