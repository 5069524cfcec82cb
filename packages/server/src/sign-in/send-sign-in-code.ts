import { finished } from 'node:stream';
import type { SignInExperience, signInRoutes } from '@freehold/contract';
import { newRecordId } from '../lib/index.ts';
import { messageUser } from '../notifications/index.ts';
import { type InteractionContext, type Operation, Problem } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import { findUserByIdentifier, type UserRow } from '../users/index.ts';
import { type Channel, checkEmailPolicy, sendCode } from '../verification/index.ts';
import { codeAddress } from './code-address.ts';
import { findStep, withVerification } from './experience.ts';
import type { Experience, Interaction } from './interactions.ts';
import type { SignInNeeds } from './needs.ts';
import { personLanguages } from './person-languages.ts';
import { codeTypes } from './sign-in-codes.ts';
import { assertCodeSignInOpen, assertEventOpen, assertSignUpOpen, openChannels, signsUpWith } from './sign-in-mode.ts';

/** How long a code is good at the most, in milliseconds; the tenant's policy may end it earlier. */
const LIFETIME_MS = 10 * 60 * 1000;

/**
 * Sends a code to an address that somebody types. Nothing in the answer tells whether an account has it: not the status,
 * not a limit, not the time.
 *
 * Registering, or signing in where one could register as well, a message is sent to every address, and whoever reads it is
 * told the rest. Otherwise a stranger is not written to; then nobody waits for the message either, since the time that it
 * takes, or its failure, would tell that there is one.
 */
export const sendSignInCode =
  (needs: SignInNeeds): Operation<(typeof signInRoutes)['sendSignInCode']> =>
  async (context, { body: { identifier, interactionEvent: event } }) => {
    const { database, tenant, now } = context;
    const { interaction, experience } = await findStep(needs.interactions, context);
    const settings = await loadSignInExperience(database, tenant.id);
    const { channel, address, value } = codeAddress(identifier);
    const isForAll = await judgeSettings(needs, context, settings, event, channel);
    if (event === 'Register' && channel === 'email') checkEmailPolicy(address, settings.emailBlocklistPolicy);

    const user = await findUserByIdentifier(database, tenant.id, channel, address);
    const id = newRecordId();
    await needs.interactions.saveExperience(
      interaction,
      withVerification(experience, {
        ...{ id, type: codeTypes[channel], identifier: { type: channel, value }, event },
        ...{ sentAt: now.getTime(), verified: false },
      }),
    );
    const languages = personLanguages(context, interaction)?.split(' ') ?? [];
    await sendCode({ ...context, languages }, needs, {
      ...{ id, channel, address, to: user ? addressOf(user, channel) : value, usage: event, settings },
      expiresAt: new Date(now.getTime() + LIFETIME_MS),
      // Text messages are not personal: gateways outside the house would learn who the number belongs to.
      ...(channel === 'email' && wordsAbout(user, interaction)),
      withhold: !isForAll && user === undefined,
      ...(!isForAll && { later: send => afterAnswer(needs, context, send) }),
    });
    return { verificationId: id };
  };

/**
 * Refuses what the tenant does not offer; returns whether everybody is written to, whoever they are.
 *
 * @throws Problem `auth.forbidden` (403), `user.sign_in_method_not_enabled` (422), `connector.not_found` (501)
 */
async function judgeSettings(
  needs: SignInNeeds,
  context: InteractionContext,
  settings: SignInExperience,
  event: Experience['event'],
  channel: Channel,
): Promise<boolean> {
  assertEventOpen(settings, event);
  if (event === 'Register') {
    assertSignUpOpen(settings, channel);
    return true;
  }
  if (event === 'ForgotPassword') {
    const open = await openChannels(needs, context, settings);
    if (!open[channel]) throw new Problem('user.sign_in_method_not_enabled');
    return false;
  }
  assertCodeSignInOpen(settings, channel);
  if (signsUpWith(settings, channel)) return true;
  // Said of every address alike, and not only of those that a message would go to.
  const senders = await needs.findSenders(context.database, context.tenant.id);
  if (!senders[channel]) {
    throw new Problem('connector.not_found', { data: { type: channel === 'email' ? 'Email' : 'Sms' } });
  }
  return false;
}

/** Where the account has it written: the code goes where it is stored, not where it is said. */
const addressOf = (user: UserRow, channel: Channel): string =>
  (channel === 'email' ? user.primary_email : user.primary_phone) ?? '';

const wordsAbout = (user: UserRow | undefined, { clientId, applicationName }: Interaction) => ({
  application: { id: clientId, name: applicationName },
  ...(user && { user: messageUser(user) }),
});

/**
 * Sends when the answer has left. A message that is looked up, worded and handed over beside the answer takes part of its
 * processor: the address that somebody has would be answered later than the one that nobody has.
 */
function afterAnswer(needs: SignInNeeds, context: InteractionContext, send: () => Promise<void>): void {
  // A caller that hangs up gets no answer, and the message all the same: it was promised to whoever has the address.
  finished(context.interaction.response, () => void send().catch(error => report(needs, context, error)));
}

/** What a provider has said, the messenger has logged; the rest is ours. */
function report({ log }: SignInNeeds, { requestId, tenant }: InteractionContext, error: unknown): void {
  const reason = error instanceof Problem ? { code: error.code } : { err: error };
  log.warn({ requestId, tenantId: tenant.id, ...reason }, 'a code that nobody waits for could not be sent');
}
