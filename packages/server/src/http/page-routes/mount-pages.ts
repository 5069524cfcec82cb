import type { FastifyInstance, FastifyReply } from 'fastify';
import { Problem } from '../../operation/index.ts';
import { loadSignInExperience } from '../../sign-in-experience/index.ts';
import { acceptFormPost } from '../form-post.ts';
import type { PageResponse } from '../pages/index.ts';
import { chosenLanguage } from './choose-language.ts';
import { mountMovedAddresses } from './moved-addresses.ts';
import type { PageNeeds } from './needs.ts';
import { problemPage } from './problem-page.ts';
import { render } from './render.ts';
import { mountSignInForm } from './sign-in-form.ts';
import { mountTenantStyles } from './tenant-styles.ts';
import { header, searchOf, type Visit, visitOf } from './visit.ts';

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

/** Mounts the pages that people see, and the files that they are made of. */
export function mountPages(server: FastifyInstance, needs: PageNeeds): void {
  const { pages, development } = needs;
  server.decorate('problemPage', problemPage(needs));
  const page = (path: string, show: (visit: Visit) => Promise<PageResponse | string>) =>
    server.get(path, { config: { operationId: `page ${path}` } }, async (request, reply) => {
      const visit = await visitOf(needs, request, reply);
      const choice = chosenLanguage(visit.tenant, request);
      if (choice) return reply.headers(choice.headers).redirect(choice.address, 303);
      const answer = await show(visit);
      return typeof answer === 'string' ? reply.redirect(answer, 303) : send(reply, answer);
    });

  for (const path of signInPages) page(path, visit => render(needs, visit, 'sign-in'));
  page('/sign-in/preview', visit => render(needs, visit, 'sign-in-preview'));
  page('/consent', visit => consent(needs, visit));
  page('/direct/:method/:target', visit => direct(needs, visit));
  page('/reset-password', async ({ tenant, request }) => `${tenant.endpoint}/forgot-password${searchOf(request)}`);
  mountMovedAddresses(server, needs);
  page('/account/preview', visit => render(needs, visit, 'account-preview'));
  for (const path of ['/account', '/account/*']) page(path, visit => render(needs, visit, 'account'));
  for (const path of ['/console', '/console/*']) page(path, visit => render(needs, visit, 'console'));
  acceptFormPost(server, needs);
  mountSignInForm(server, needs);
  if (development) {
    page('/demo-app', visit => render(needs, visit, 'demo-app'));
    page('/', async ({ tenant }) => `${tenant.endpoint}/demo-app`);
  }
  mountTenantStyles(server, needs);
  server.get('/assets/*', { config: { operationId: 'asset' } }, async (request, reply) => {
    const [path = ''] = request.url.split('?');
    const asset = pages.asset(path, header(request, 'accept-encoding'));
    if (!asset) throw new Problem('request.not_found');
    return send(reply, asset);
  });
}

const send = (reply: FastifyReply, { status, headers, body }: PageResponse) =>
  reply.code(status).headers(headers).send(body);

/** Our own applications pass without a page; a third party's asks the person. */
async function consent(needs: PageNeeds, visit: Visit): Promise<PageResponse | string> {
  const { interaction, tenant } = visit;
  if (interaction?.prompt === 'login') {
    return `${tenant.endpoint}/sign-in?app_id=${encodeURIComponent(interaction.clientId)}`;
  }
  if (interaction?.firstParty) return needs.interactions.finishConsent(interaction);
  return render(needs, visit, 'sign-in');
}

/** Applications may ask for one way to sign in; where it is not offered, people choose among those that are. */
async function direct(needs: PageNeeds, visit: Visit): Promise<PageResponse | string> {
  const { tenant, request } = visit;
  const { method, target } = request.params as { method: string; target: string };
  const { socialSignInConnectorTargets: targets } = await loadSignInExperience(needs.database, tenant.id);
  const offered = method === 'social' && targets.includes(target);
  const [choice] = offered ? await needs.listSocialChoices(needs.database, tenant.id, [target]) : [];
  if (choice) return render(needs, visit, 'sign-in');
  return `${tenant.endpoint}/sign-in${searchOf(request)}`;
}
