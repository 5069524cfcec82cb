/**
 * The composition root: the only file that knows every folder. What the product does is the mount list
 * below; what each part needs is written out beside it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  accountCenterRoutes,
  accountRoutes,
  applicationRoutes,
  codeVerificationRoutes,
  connectorRoutes,
  emailTemplateRoutes,
  hookRoutes,
  identifierRoutes,
  identityRoutes,
  logRoutes,
  type Route,
  type Routes,
  resourceRoutes,
  roleRoutes,
  routeGroups,
  sentinelRoutes,
  signInExperienceRoutes,
  signInRoutes,
  socialVerificationRoutes,
  subjectTokenRoutes,
  userAssetRoutes,
  userConsentScopeRoutes,
  userIdentityRoutes,
  userRoutes,
  verificationCodeRoutes,
  verificationRoutes,
} from '@freehold/contract';
import { accountHandlers, identifierHandlers, identityHandlers } from './account/index.ts';
import { accountCenterHandlers } from './account-center/index.ts';
import { applicationHandlers, userConsentScopeHandlers } from './applications/index.ts';
import {
  connectorHandlers,
  type Inbox,
  identifyForService,
  listSocialChoices,
  providerName,
} from './connectors/index.ts';
import { logHandlers } from './events/index.ts';
import type { BreachCheck, PasswordHasher } from './factors/index.ts';
import {
  createServer,
  type HttpServer,
  type Log,
  mount,
  mountInbox,
  mountPages,
  mountReference,
  mountStatus,
  mountUserAssets,
  type PageNeeds,
  type Pages,
  type Pipeline,
} from './http/index.ts';
import type { KeyRing, Outbound } from './lib/index.ts';
import { createMessenger, emailTemplateHandlers, type Messenger } from './notifications/index.ts';
import type { Handlers, Tenant } from './operation/index.ts';
import { resourceHandlers } from './resources/index.ts';
import { holdAdministration, roleHandlers } from './roles/index.ts';
import { endAllSessions } from './sessions/index.ts';
import { type Interactions, signInHandlers, signInSteps } from './sign-in/index.ts';
import { signInExperienceHandlers } from './sign-in-experience/index.ts';
import { subjectTokenHandlers } from './subject-tokens/index.ts';
import { userAssetHandlers } from './user-assets/index.ts';
import { findMeansOfProof, rekeyUsernames, userHandlers, userIdentityHandlers } from './users/index.ts';
import {
  codeVerificationHandlers,
  consumePermissionProof,
  findPermissionProof,
  findSenders,
  forgetPermissionProofs,
  requirePermissionProof,
  sentinelHandlers,
  socialVerificationHandlers,
  verificationCodeHandlers,
  verificationHandlers,
} from './verification/index.ts';
import { hookHandlers } from './webhooks/index.ts';

/** What the product is put together from: the process makes the real ones, tests their own. */
export interface Parts extends Omit<Pipeline, 'findProof' | 'requireProof' | 'consumeProof'> {
  readonly hasher: PasswordHasher;
  readonly breachCheck: BreachCheck | undefined;
  readonly keys: KeyRing;
  readonly outbound: Outbound;
  readonly messenger: Messenger;
  /** Where messages go that are not to leave the house: development only. */
  readonly inbox: Inbox | undefined;
  readonly interactions: Interactions;
  readonly log: Log;
  readonly pages: Pages;
  readonly development: boolean;
  /** Origins that are asked in place of a social provider's own, by factory id: development only. */
  readonly providerOrigins?: Readonly<Record<string, string>> | undefined;
  readonly trustProxy: boolean | string[];
  /** The endpoint is https. */
  readonly secure: boolean;
  readonly oidc: { callback(tenant: Promise<Tenant>): (request: IncomingMessage, response: ServerResponse) => void };
}

/** Puts the product together. */
export function createApp(parts: Parts): HttpServer {
  const { hasher, breachCheck, keys, messenger, envelope, log, trustProxy } = parts;
  // In development the built-in inbox takes what no connector does.
  const sendersOf = parts.development ? async () => ({ email: true, phone: true }) : findSenders;
  const waysIn = { findSenders: sendersOf, listSocialChoices: listSocialChoices(parts) };
  const findProof = findPermissionProof(sendersOf);
  const pipeline: Pipeline = {
    ...parts,
    findProof,
    requireProof: requirePermissionProof,
    consumeProof: consumePermissionProof,
  };
  const routes = routeGroups.flatMap(group => Object.values<Route>(group));
  const server = createServer(pipeline, { log, trustProxy, secure: parts.secure, routes, oidc: dispatchOidc(parts) });
  const serve = <R extends Routes>(group: R, handlers: Handlers<R>) => mount(server, pipeline, group, handlers);

  mountStatus(server, parts);
  serve(accountRoutes, accountHandlers({ hasher, breachCheck }));
  serve(identifierRoutes, identifierHandlers);
  serve(identityRoutes, identityHandlers(parts));
  serve(userAssetRoutes, userAssetHandlers);
  serve(verificationRoutes, verificationHandlers({ hasher, findSenders: sendersOf }));
  serve(codeVerificationRoutes, codeVerificationHandlers({ messenger, keys }));
  serve(socialVerificationRoutes, socialVerificationHandlers(parts));
  const signInNeeds = { ...parts, ...waysIn };
  serve(signInRoutes, signInHandlers(signInNeeds));
  serve(accountCenterRoutes, accountCenterHandlers({ findMeansOfProof, findSenders: sendersOf }));
  serve(signInExperienceRoutes, signInExperienceHandlers({ rekeyUsernames, ...waysIn }));
  serve(userRoutes, userHandlers({ hasher, envelope, endAllSessions, forgetPermissionProofs, holdAdministration }));
  serve(
    userIdentityRoutes,
    userIdentityHandlers({ identifySocial: identifyForService(parts), providerName, envelope }),
  );
  serve(applicationRoutes, applicationHandlers({ envelope }));
  serve(userConsentScopeRoutes, userConsentScopeHandlers);
  serve(resourceRoutes, resourceHandlers);
  serve(roleRoutes, roleHandlers);
  serve(
    connectorRoutes,
    connectorHandlers({
      ...parts,
      sendTest: (context, tried, { channel, to, locale }) =>
        createMessenger({ ...parts, tried }).send(
          { ...context, ...(locale !== undefined && { languages: [locale] }) },
          { channel, to, usage: 'Generic', code: '000000' },
        ),
    }),
  );
  serve(sentinelRoutes, sentinelHandlers({ keys }));
  serve(verificationCodeRoutes, verificationCodeHandlers({ messenger, keys }));
  serve(subjectTokenRoutes, subjectTokenHandlers);
  serve(emailTemplateRoutes, emailTemplateHandlers);
  serve(hookRoutes, hookHandlers({ envelope, outbound: parts.outbound }));
  serve(logRoutes, logHandlers({ envelope }));
  const steps = signInSteps(signInNeeds);
  mountPages(server, { ...parts, ...waysIn, findInboxed: inboxedChannels(parts), steps, pipeline });
  mountUserAssets(server, parts);
  if (parts.development && parts.inbox) mountInbox(server, { inbox: parts.inbox, findTenant: parts.findTenant });
  mountReference(server, { ...parts, groups: routeGroups });
  return server;
}

/** Which messages of a development server stay in its inbox: those that no connector of the tenant takes. */
const inboxedChannels = ({ development, inbox }: Parts): PageNeeds['findInboxed'] =>
  development && inbox
    ? async (database, tenantId) => {
        const { email, phone } = await findSenders(database, tenantId);
        return { email: !email, phone: !phone };
      }
    : undefined;

/** Takes a request to the protocol engine of its tenant. */
const dispatchOidc =
  ({ findTenant, oidc }: Parts) =>
  (request: IncomingMessage, response: ServerResponse): void =>
    oidc.callback(findTenant(request.headers.host ?? ''))(request, response);
