import {
  type Connector,
  type PageBoot,
  type PageProvider,
  pageSignInOf,
  type SignInExperience,
} from '@freehold/contract';
import type { Reach } from './lock-out.ts';

/** What the sign-in pages are started with in a preview: settings that need not be saved, and an application that asks. */
export function previewBoot(
  settings: SignInExperience,
  connectors: readonly Connector[],
  { senders }: Pick<Reach, 'senders'>,
  applicationName: string,
): Partial<PageBoot> {
  return {
    interaction: true,
    ...(settings.displayName && { tenantName: settings.displayName }),
    application: { id: 'preview', name: applicationName, firstParty: true },
    branding: {
      ...(settings.branding.logoUrl && { logoUrl: settings.branding.logoUrl }),
      ...(settings.branding.darkLogoUrl && { darkLogoUrl: settings.branding.darkLogoUrl }),
    },
    signIn: pageSignInOf(settings, senders, providersOf(settings, connectors)),
  };
}

const platforms: readonly Connector['platform'][] = ['Web', 'Universal', null, 'Native'];

/** The providers that are offered, in their order: of a target's connectors the one for browsers. */
export function providersOf(
  { socialSignInConnectorTargets }: Pick<SignInExperience, 'socialSignInConnectorTargets'>,
  connectors: readonly Connector[],
): readonly PageProvider[] {
  return socialSignInConnectorTargets.flatMap(target => {
    const those = connectors.filter(({ type, target: theirs }) => type === 'Social' && theirs === target);
    const [one] = those.toSorted((a, b) => platforms.indexOf(a.platform) - platforms.indexOf(b.platform));
    if (one === undefined) return [];
    const { id, name, logo, logoDark } = one;
    return [{ id, target, name, logo, ...(logoDark !== null && { logoDark }) }];
  });
}
