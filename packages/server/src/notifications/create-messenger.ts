import type { SignInExperience } from '@freehold/contract';
import {
  type ConnectorNeeds,
  connectorProblem,
  type EmailConnector,
  type OpenedSender,
  openSender,
  type SmsConnector,
} from '../connectors/index.ts';
import { Problem } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import { fillMail, fillText } from './fill-message.ts';
import { findConfigTemplate, findTenantTemplate } from './find-template.ts';
import type { Message, MessageContext, Messenger } from './messenger.ts';
import { noticePayload, noticeWords } from './notice-words.ts';
import { nameOf, type Occasion, shippedLocale, shippedMail, shippedText } from './shipped-messages.ts';

/** What a messenger tells the log: what a provider said, which the caller never learns. */
export interface MessageLog {
  warn(facts: object, sentence: string): void;
}

/** What sending messages needs from the rest of the house. */
export interface MessengerNeeds extends Omit<ConnectorNeeds, 'database'> {
  readonly log: MessageLog;
}

/**
 * Makes the messenger. The words of a mail are looked for at the tenant (in the person's languages, then in the
 * tenant's fallback language), then in the connector's config (for the usage, then `Generic`), then among the shipped ones.
 */
export function createMessenger(needs: MessengerNeeds): Messenger {
  const { log } = needs;
  return {
    send: async (context, message) =>
      message.channel === 'email'
        ? sendMail(log, context, await open(needs, context, 'Email'), message)
        : sendText(log, context, await open(needs, context, 'Sms'), message),
  };
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

async function sendMail(
  log: MessageLog,
  context: MessageContext,
  sender: OpenedSender<EmailConnector>,
  message: Message,
): Promise<void> {
  const { database, tenant } = context;
  const { usage, to } = message;
  const settings = await loadSignInExperience(database, tenant.id);
  const wishes = wishesOf(context, settings);
  const template =
    (await findTenantTemplate(database, tenant.id, usage, wishes)) ?? findConfigTemplate(sender.config, usage);
  const occasion = occasionOf(context, message, settings, wishes, template?.languageTag);
  const { payload } = occasion;
  const content = template ? fillMail(template, payload) : shippedMail(occasion);
  if (!content) throw new Problem('connector.template_not_found');
  await deliver(log, context, sender, () =>
    sender.connector.sendMessage({ to, usage, payload, content, ...(template && { template }), ...ipOf(context) }),
  );
}

async function sendText(
  log: MessageLog,
  context: MessageContext,
  sender: OpenedSender<SmsConnector>,
  message: Message,
): Promise<void> {
  const { usage, to } = message;
  const settings = await loadSignInExperience(context.database, context.tenant.id);
  const template = findConfigTemplate(sender.config, usage);
  const occasion = occasionOf(context, message, settings, wishesOf(context, settings), undefined);
  const { payload } = occasion;
  const text = template ? fillText(template, payload) : shippedText(occasion);
  if (text === undefined) throw new Problem('connector.template_not_found');
  await deliver(log, context, sender, () =>
    sender.connector.sendMessage({ to, usage, payload, text, ...ipOf(context) }),
  );
}

async function deliver(
  log: MessageLog,
  { tenant }: MessageContext,
  { connectorId, factoryId }: Pick<OpenedSender<unknown>, 'connectorId' | 'factoryId'>,
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
function wishesOf({ languages, locale }: MessageContext, { languageInfo }: SignInExperience): readonly string[] {
  const { autoDetect, fallbackLanguage } = languageInfo;
  if (!autoDetect) return [fallbackLanguage];
  return [...(languages ?? (locale === undefined ? [] : [locale])), fallbackLanguage];
}

function occasionOf(
  context: MessageContext,
  message: Message,
  settings: SignInExperience,
  wishes: readonly string[],
  languageTag: string | undefined,
): Occasion {
  const { tenant, now } = context;
  const { usage, code, link, user, application, expiresAt, notice } = message;
  const locale = shippedLocale(wishes);
  const policy = settings.verificationCodePolicy.expirationDuration * 1000;
  const lifetime = Math.min(policy, expiresAt === undefined ? policy : expiresAt.getTime() - now.getTime());
  const minutes = Math.max(1, Math.round(lifetime / 60_000));
  const words = notice && noticeWords(notice, { locale, app: nameOf({ settings, application }), settings });
  const payload = {
    ...(code !== undefined && { code }),
    ...(link !== undefined && { link }),
    locale: languageTag ?? locale,
    ...(user && { user }),
    ...(application && { application }),
    ...(notice && words && { notice: noticePayload(notice, words) }),
  };
  return { usage, tenant, locale, settings, application, code, minutes, words, payload };
}

const ipOf = ({ origin }: MessageContext) => (origin === undefined ? {} : { ip: origin.ip });
