import type { PageBoot, PageChannel, PageConsent, PageEntry, PageSignIn, SignInExperience } from '@freehold/contract';
import { localeNames, negotiateLocale } from '@freehold/messages';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findAccountCenter } from '../account-center/index.ts';
import type { Database } from '../database/database.ts';
import { Problem, type Tenant } from '../operation/index.ts';
import { managementApiIndicator } from '../resources/index.ts';
import type { Interaction, Interactions } from '../sign-in/index.ts';
import {
  forgotPasswordChannels,
  loadSignInExperience,
  registrationOpen,
  type SendingChannels,
  signInMethodsOf,
  type WaysIn,
} from '../sign-in-experience/index.ts';
import { DEFAULT_TENANT } from '../tenants/index.ts';
import { findUser } from '../users/index.ts';
import { acceptFormPost } from './form-post.ts';
import { type PageResponse, type Pages, pageLocale } from './pages/index.ts';

/** What the pages need from the rest of the house. */
export interface PageNeeds extends WaysIn {
  readonly pages: Pages;
  readonly database: Database;
  readonly development: boolean;
  readonly interactions: Interactions;
  readonly findTenant: (host: string) => Promise<Tenant>;
  /** Which messages stay in the inbox of a development server; absent in production. */
  readonly findInboxed?: ((database: Database, tenantId: string) => Promise<SendingChannels>) | undefined;
}

/** The pages of signing in. One script serves them all, so that moving between them loads nothing. */
const signInPages = [
  '/sign-in',
  '/sign-in/password',
  '/sign-in/code',
  '/register',
  '/register/code',
  '/register/password',
  '/register/more',
  '/forgot-password',
  '/forgot-password/code',
  '/reset-password/new',
  '/callback/:connectorId',
  '/error',
];

/**
 * The tenant's style sheet for the account pages: a file of our origin, because the pages' policy allows nothing inline and
 * nothing from elsewhere.
 */
const accountCss = '/account/custom.css';

const cssHeaders = {
  'content-type': 'text/css; charset=utf-8',
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

/** Mounts the pages that people see, and the files that they are made of. */
export function mountPages(server: FastifyInstance, needs: PageNeeds): void {
  const { pages, development } = needs;
  const page = (path: string, show: (visit: Visit) => Promise<PageResponse | string>) =>
    server.get(path, { config: { operationId: `page ${path}` } }, async (request, reply) => {
      const answer = await show(await visit(needs, request, reply));
      return typeof answer === 'string' ? reply.redirect(answer, 303) : send(reply, answer);
    });

  for (const path of signInPages) page(path, v => render(needs, v, 'sign-in'));
  page('/consent', v => consent(needs, v));
  page('/direct/:method/:target', v => direct(needs, v));
  page('/reset-password', async ({ tenant, request }) => `${tenant.endpoint}/forgot-password${searchOf(request)}`);
  for (const path of ['/account', '/account/*']) page(path, v => render(needs, v, 'account'));
  page('/account/preview', v => render(needs, v, 'account-preview'));
  server.get(accountCss, { config: { operationId: 'account css' } }, async (request, reply) => {
    const { id } = await needs.findTenant(request.host);
    const { custom_css: css } = await findAccountCenter(needs.database, id);
    if (css === null) throw new Problem('request.not_found');
    return send(reply, { status: 200, headers: cssHeaders, body: css });
  });
  for (const path of ['/console', '/console/*']) page(path, v => render(needs, v, 'console'));
  acceptFormPost(server, needs);
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

/** Applications may ask for one way to sign in; where it is not offered, people choose among those that are. */
async function direct(needs: PageNeeds, seen: Visit): Promise<PageResponse | string> {
  const { tenant, request } = seen;
  const { method, target } = request.params as { method: string; target: string };
  const { socialSignInConnectorTargets: targets } = await loadSignInExperience(needs.database, tenant.id);
  const offered = method === 'social' && targets.includes(target);
  const [choice] = offered ? await needs.listSocialChoices(needs.database, tenant.id, [target]) : [];
  if (choice) return render(needs, seen, 'sign-in');
  return `${tenant.endpoint}/sign-in${searchOf(request)}`;
}

async function render(needs: PageNeeds, seen: Visit, entry: PageEntry): Promise<PageResponse> {
  const { tenant, request, interaction } = seen;
  const { database } = needs;
  const [experience, senders, inboxed, customCss] = await Promise.all([
    loadSignInExperience(database, tenant.id),
    needs.findSenders(database, tenant.id),
    needs.findInboxed?.(database, tenant.id),
    entry === 'account' ? customCssOf(database, seen) : undefined,
  ]);
  const identifiers = askedIdentifiers(interaction);
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
    ...(identifiers.length > 0 && { identifiers }),
    ...(inboxed && { inbox: channelsOf(inboxed) }),
    ...(customCss && { customCss }),
    ...(entry === 'console' && { managementApi: managementApiIndicator(tenant.id) }),
    signIn: {
      ...signInOf(experience),
      forgotPassword: channelsOf(forgotPasswordChannels(experience, senders)),
      providers: await providersOf(needs, tenant, experience),
    },
    ...(interaction?.prompt === 'consent' && { consent: await consentOf(needs, tenant, interaction) }),
  };
  return needs.pages.render(entry, boot);
}

/** Where the account page's own style sheet lies. `?custom_css=0` leaves it out: for who has hidden the way out with it. */
async function customCssOf(database: Database, { tenant, request }: Visit): Promise<string | undefined> {
  if (new URLSearchParams(searchOf(request)).get('custom_css') === '0') return undefined;
  const { custom_css: css } = await findAccountCenter(database, tenant.id);
  return css ? accountCss : undefined;
}

function uiLocales({ request, interaction }: Visit): string | undefined {
  const asked =
    interaction?.parameters['ui_locales'] ?? new URLSearchParams(request.url.split('?')[1] ?? '').get('ui_locales');
  return typeof asked === 'string' ? asked : undefined;
}

/** What the application wants people to use: known words of a list that is separated by spaces. */
function askedIdentifiers(interaction: Interaction | undefined) {
  const asked = interaction?.parameters['identifier'];
  const words = typeof asked === 'string' ? asked.split(' ') : [];
  return (['username', 'email', 'phone'] as const).filter(identifier => words.includes(identifier));
}

/** The query as it was sent, with its question mark. */
const searchOf = ({ url }: FastifyRequest): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '');

const channelsOf = (channels: SendingChannels): readonly PageChannel[] =>
  (['email', 'phone'] as const).filter(channel => channels[channel]);

async function providersOf(
  { database, listSocialChoices }: PageNeeds,
  tenant: Tenant,
  { socialSignInConnectorTargets }: SignInExperience,
): Promise<PageSignIn['providers']> {
  const choices = await listSocialChoices(database, tenant.id, socialSignInConnectorTargets);
  return choices.map(({ id, target, name, logo, logoDark }) => ({
    id,
    target,
    name,
    logo,
    ...(logoDark !== null && { logoDark }),
  }));
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
function signInOf(experience: SignInExperience): Omit<PageSignIn, 'forgotPassword' | 'providers'> {
  const { passwordPolicy, signUp, signInMode, verificationCodePolicy } = experience;
  return {
    methods: signInMethodsOf(experience).map(({ identifier, password, verificationCode, isPasswordPrimary }) => ({
      identifier,
      password,
      code: verificationCode,
      passwordFirst: password && (isPasswordPrimary || !verificationCode),
    })),
    signInMode,
    ...(registrationOpen(experience) && {
      signUp: {
        identifiers: signUp.identifiers,
        also: (signUp.secondaryIdentifiers ?? []).map(({ identifier }) => identifier),
        password: signUp.password,
      },
    }),
    codeLifetime: verificationCodePolicy.expirationDuration,
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
