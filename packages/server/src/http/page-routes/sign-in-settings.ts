import { type PageChannel, type PageSignIn, pageSignInOf, type SignInExperience } from '@freehold/contract';
import type { Tenant } from '../../operation/index.ts';
import type { SendingChannels } from '../../sign-in-experience/index.ts';
import type { PageNeeds } from './needs.ts';

/** The part of the sign-in settings that pages show to anybody. */
export async function signInSettings(
  { database, listSocialChoices }: Pick<PageNeeds, 'database' | 'listSocialChoices'>,
  tenant: Tenant,
  experience: SignInExperience,
  senders: SendingChannels,
): Promise<PageSignIn> {
  const choices = await listSocialChoices(database, tenant.id, experience.socialSignInConnectorTargets);
  const providers = choices.map(({ id, target, name, logo, logoDark }) => ({
    id,
    target,
    name,
    logo,
    ...(logoDark !== null && { logoDark }),
  }));
  return pageSignInOf(experience, senders, providers);
}

/** Channels as a list. */
export const channelsOf = (channels: SendingChannels): readonly PageChannel[] =>
  (['email', 'phone'] as const).filter(channel => channels[channel]);
