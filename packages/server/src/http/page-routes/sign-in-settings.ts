import { type PageChannel, type PageSignIn, pageSignInOf, type SignInExperience } from '@freehold/contract';
import type { Tenant } from '../../operation/index.ts';
import type { SendingChannels } from '../../sign-in-experience/index.ts';
import type { PageNeeds } from './needs.ts';

/** The part of the sign-in settings that pages show to anybody. */
export async function signInSettings(
  needs: Pick<PageNeeds, 'database' | 'listSocialChoices'>,
  tenant: Tenant,
  experience: SignInExperience,
  senders: SendingChannels,
): Promise<PageSignIn> {
  return pageSignInOf(experience, senders, await providersOf(needs, tenant, experience));
}

/** Channels as a list. */
export const channelsOf = (channels: SendingChannels): readonly PageChannel[] =>
  (['email', 'phone'] as const).filter(channel => channels[channel]);

async function providersOf(
  { database, listSocialChoices }: Pick<PageNeeds, 'database' | 'listSocialChoices'>,
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
