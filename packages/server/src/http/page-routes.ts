import type { PageBoot, PageConsent, PageEntry, PageSignIn, SignInExperience } from '@freehold/contract';
import { localeNames, negotiateLocale } from '@freehold/messages';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../database/database.ts';
import { Problem, type Tenant } from '../operation/index.ts';
import type { Interaction, Interactions } from '../sign-in/index.ts';
import { loadSignInExperience, registrationOpen, signInMethodsOf } from '../sign-in-experience/index.ts';
import { DEFAULT_TENANT } from '../tenants/index.ts';
import { findUser } from '../users/index.ts';
import { type PageResponse, type Pages, pageLocale } from './pages/index.ts';

/** What the pages need from the rest of the house. */
export interface PageNeeds {
  readonly pages: Pages;
  readonly database: Database;
  readonly development: boolean;
  readonly interactions: Interactions;
  readonly findTenant: (host: string) => Promise<Tenant>;
}

/** Mounts the pages that people see, and the files that they are made of. */
export function mountPages(server: FastifyInstance, needs: PageNeeds): void {
  const { pages, development } = needs;
  const page = (path: string, show: (visit: Visit) => Promise<PageResponse | string>) =>
    server.get(path, { config: { operationId: `page ${path}` } }, async (request, reply) => {
      const answer = await show(await visit(needs, request, reply));
      return typeof answer === 'string' ? reply.redirect(answer, 303) : send(reply, answer);
    });

  page('/sign-in', v => render(needs, v, 'sign-in'));
  page('/register', v => render(needs, v, 'sign-in'));
  page('/register/password', v => render(needs, v, 'sign-in'));
  page('/error', v => render(needs, v, 'sign-in'));
  page('/consent', v => consent(needs, v));
  // Applications may ask for one way to sign in; while it is not offered, people choose among those that are.
  page('/direct/:method/:target', async ({ tenant, request }) => {
    const [, search = ''] = request.url.split('?');
    return `${tenant.endpoint}/sign-in?${search}`;
  });
  if (development) {
    page('/demo-app', v => render(needs, v, 'demo-app'));
    page('/', async ({ tenant }) => `${tenant.endpoint}/demo-app`);
  }
  server.get('/assets/*', { config: { operationId: 'asset' } }, async (request, reply) => {
    const [path = ''] = request.url.split('?');
    const asset = pages.asset(path, header(request, 'accept-encoding'));
    if (!asset) throw new Problem('request.not_found');
    return send(reply, asset);
  });
}

/** One look at a page: whose, by whom, in the middle of what. */
interface Visit {
  readonly tenant: Tenant;
  readonly request: FastifyRequest;
  /** The sign-in under way in this browser, if any. */
  readonly interaction: Interaction | undefined;
}

async function visit(needs: PageNeeds, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const tenant = await needs.findTenant(request.host);
  const interaction = await needs.interactions.find(request.raw, reply.raw).catch(error => {
    // Opened from a bookmark, or after it expired: the page says how to go on.
    if (error instanceof Problem && error.code === 'session.not_found') return undefined;
    throw error;
  });
  return { tenant, request, interaction };
}

const send = (reply: FastifyReply, { status, headers, body }: PageResponse) =>
  reply.code(status).headers(headers).send(body);

/** Our own applications pass without a page; a third party's asks the person. */
async function consent(needs: PageNeeds, seen: Visit): Promise<PageResponse | string> {
  const { interaction, tenant } = seen;
  if (interaction?.prompt === 'login') {
    return `${tenant.endpoint}/sign-in?app_id=${encodeURIComponent(interaction.clientId)}`;
  }
  if (interaction?.firstParty) return needs.interactions.finishConsent(interaction);
  return render(needs, seen, 'sign-in');
}

async function render(needs: PageNeeds, seen: Visit, entry: PageEntry): Promise<PageResponse> {
  const { tenant, request, interaction } = seen;
  const experience = await loadSignInExperience(needs.database, tenant.id);
  const locale = pageLocale(
    { cookie: request.headers.cookie, uiLocales: uiLocales(seen), acceptLanguage: header(request, 'accept-language') },
    wishes => negotiateLocale(wishes),
  );
  const boot: PageBoot = {
    locale,
    locales: Object.keys(localeNames),
    tenantName: tenant.id === DEFAULT_TENANT ? 'Freehold' : tenant.id,
    endpoint: tenant.endpoint,
    development: needs.development,
    interaction: interaction !== undefined,
    ...(interaction && { application: applicationOf(interaction) }),
    signIn: signInOf(experience),
    ...(interaction?.prompt === 'consent' && { consent: await consentOf(needs, tenant, interaction) }),
  };
  return needs.pages.render(entry, boot);
}

function uiLocales({ request, interaction }: Visit): string | undefined {
  const asked =
    interaction?.parameters['ui_locales'] ?? new URLSearchParams(request.url.split('?')[1] ?? '').get('ui_locales');
  return typeof asked === 'string' ? asked : undefined;
}

function applicationOf({ clientId, applicationName, firstParty, parameters }: Interaction) {
  const redirectUri = typeof parameters['redirect_uri'] === 'string' ? parameters['redirect_uri'] : '';
  const host = /^https?:/.test(redirectUri) ? new URL(redirectUri).host : undefined;
  return { id: clientId, name: applicationName, firstParty, ...(host && { host }) };
}

/** What the application asks for and as whom. */
async function consentOf(
  { database, interactions }: PageNeeds,
  tenant: Tenant,
  interaction: Interaction,
): Promise<PageConsent> {
  const { accountId } = interaction;
  const [user, { userScopes, resourceScopes }] = await Promise.all([
    accountId === undefined ? undefined : findUser(database, tenant.id, accountId),
    interactions.describeConsent(interaction),
  ]);
  const identifier = user?.username ?? user?.primary_email ?? user?.primary_phone;
  const apis = [...new Set(resourceScopes.map(({ resource }) => resource))];
  return {
    userScopes,
    resources: apis.map(name => ({
      name,
      scopes: resourceScopes
        .filter(scope => scope.resource === name)
        .map(scope => ({ name: scope.name, ...(scope.description && { description: scope.description }) })),
    })),
    account: { ...(user?.name && { name: user.name }), ...(identifier && { identifier }) },
  };
}

/** The public part of the sign-in settings. */
function signInOf(experience: SignInExperience): PageSignIn {
  const { passwordPolicy, signUp, signInMode } = experience;
  return {
    methods: signInMethodsOf(experience)
      .filter(method => method.password)
      .map(method => method.identifier),
    signInMode,
    signUp: registrationOpen(experience) && signUp.identifiers.includes('username') && signUp.password,
    passwordPolicy: {
      minLength: passwordPolicy.length.min,
      maxLength: passwordPolicy.length.max,
      characterTypes: passwordPolicy.characterTypes.min,
      rejects: {
        pwned: passwordPolicy.rejects.pwned,
        repetitionAndSequence: passwordPolicy.rejects.repetitionAndSequence,
        userInfo: passwordPolicy.rejects.userInfo,
      },
    },
    ...pick(experience, [
      'termsOfUseUrl',
      'privacyPolicyUrl',
      'supportEmail',
      'supportWebsiteUrl',
      'unknownSessionRedirectUrl',
    ]),
  };
}

function pick<K extends string>(from: { readonly [P in K]?: string | null | undefined }, names: readonly K[]) {
  return Object.fromEntries(names.filter(name => from[name]).map(name => [name, from[name]])) as { [P in K]?: string };
}

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
};
