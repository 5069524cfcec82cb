import type { SignInExperience } from '@freehold/contract';
import { type ConnectorNeeds, connectorProblem, openSender } from '../connectors/index.ts';
import { Problem } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import { fillMail, fillText } from './fill-message.ts';
import { findConfigTemplate, findTenantTemplate } from './find-template.ts';
import type { Message, MessageContext, Messenger } from './messenger.ts';
import { type Occasion, shippedLocale, shippedMail, shippedText } from './shipped-messages.ts';

/** What sending messages needs from the rest of the house. */
export interface MessengerNeeds extends Omit<ConnectorNeeds, 'database'> {
  /** Is told what a provider said; the caller never is. */
  readonly log: { warn(facts: object, sentence: string): void };
}

/**
 * Makes the messenger. The words of a mail are looked for at the tenant (in the person's languages, then in the
 * tenant's fallback language), then in the connector's config (for the usage, then `Generic`), then among the shipped ones.
 */
export function createMessenger(needs: MessengerNeeds): Messenger {
  return {
    send: (context, message) => (message.channel === 'email' ? sendMail : sendText)(needs, context, message),
  };
}

async function sendMail(needs: MessengerNeeds, context: MessageContext, message: Message): Promise<void> {
  const { database, tenant } = context;
  const [sender, settings] = await Promise.all([
    open(needs, context, 'Email'),
    loadSignInExperience(database, tenant.id),
  ]);
  const wishes = wishesOf(context, settings);
  const template =
    (await findTenantTemplate(database, tenant.id, message.usage, wishes)) ??
    findConfigTemplate(sender.config, message.usage);
  const occasion = occasionOf(context, message, settings, wishes, template?.languageTag);
  const content = template ? fillMail(template, occasion.payload) : shippedMail(occasion);
  if (!content) throw new Problem('connector.template_not_found');
  const { usage, to } = message;
  await deliver(needs, context, sender, () =>
    sender.connector.sendMessage({
      to,
      usage,
      payload: occasion.payload,
      content,
      ...(template && { template }),
      ...ipOf(context),
    }),
  );
}

async function sendText(needs: MessengerNeeds, context: MessageContext, message: Message): Promise<void> {
  const [sender, settings] = await Promise.all([
    open(needs, context, 'Sms'),
    loadSignInExperience(context.database, context.tenant.id),
  ]);
  const template = findConfigTemplate(sender.config, message.usage);
  const occasion = occasionOf(context, message, settings, wishesOf(context, settings), undefined);
  const text = template ? fillText(template, occasion.payload) : shippedText(occasion);
  if (text === undefined) throw new Problem('connector.template_not_found');
  const { usage, to } = message;
  await deliver(needs, context, sender, () =>
    sender.connector.sendMessage({ to, usage, payload: occasion.payload, text, ...ipOf(context) }),
  );
}

async function open<Type extends 'Email' | 'Sms'>(
  needs: MessengerNeeds,
  { database, tenant }: MessageContext,
  type: Type,
) {
  const sender = await openSender({ ...needs, database }, tenant.id, type).catch(error => {
    throw connectorProblem(error);
  });
  if (!sender) throw new Problem('connector.not_found', { data: { type } });
  return sender;
}

/** Sends, and tells the log what a provider answered. */
async function deliver(
  { log }: MessengerNeeds,
  { tenant }: MessageContext,
  { connectorId, factoryId }: { readonly connectorId: string | undefined; readonly factoryId: string },
  send: () => Promise<void>,
): Promise<void> {
  try {
    await send();
  } catch (error) {
    const reason = error instanceof Error ? error.message : undefined;
    log.warn({ tenantId: tenant.id, connectorId, factoryId, reason }, 'a message could not be sent');
    throw connectorProblem(error, connectorId ?? factoryId);
  }
}

/** Languages by falling preference; a tenant that does not want to guess them speaks its own. */
function wishesOf({ languages = [], locale }: MessageContext, { languageInfo }: SignInExperience): readonly string[] {
  const { autoDetect, fallbackLanguage } = languageInfo;
  return autoDetect ? [...languages, locale, fallbackLanguage] : [fallbackLanguage];
}

function occasionOf(
  context: MessageContext,
  message: Message,
  settings: SignInExperience,
  wishes: readonly string[],
  languageTag: string | undefined,
): Occasion {
  const { tenant, now } = context;
  const { usage, code, link, user, application, expiresAt } = message;
  const locale = shippedLocale(wishes);
  const policy = settings.verificationCodePolicy.expirationDuration * 1000;
  const lifetime = Math.min(policy, expiresAt === undefined ? policy : expiresAt.getTime() - now.getTime());
  const payload = {
    ...(code !== undefined && { code }),
    ...(link !== undefined && { link }),
    locale: languageTag ?? locale,
    ...(user && { user }),
    ...(application && { application }),
  };
  return {
    usage,
    tenant,
    locale,
    settings,
    application,
    code,
    minutes: Math.max(1, Math.round(lifetime / 60_000)),
    payload,
  };
}

const ipOf = ({ origin }: MessageContext) => (origin === undefined ? {} : { ip: origin.ip });
