import type { PageBoot, PageEntry, PageRefusal, SignInExperience } from '@freehold/contract';
import { formatMessage, type Locale, localeNames } from '@freehold/messages';
import { isTenantsOwn } from '../../applications/index.ts';
import { managementApiIndicator } from '../../resources/index.ts';
import type { Interaction } from '../../sign-in/index.ts';
import { tenantNameOf } from '../../tenants/index.ts';
import { isPreview } from '../pages/index.ts';
import { consentOf } from './consent.ts';
import { brandingOf } from './dress.ts';
import type { PageNeeds } from './needs.ts';
import { returnAddress } from './return-address.ts';
import { channelsOf, signInSettings } from './sign-in-settings.ts';
import { localeOf, searchOf, type Visit } from './visit.ts';

/** Everything that a page is started with. */
export async function bootOf(
  needs: PageNeeds,
  visit: Visit,
  entry: PageEntry,
  experience: SignInExperience,
): Promise<PageBoot> {
  const { tenant, interaction, request } = visit;
  const { database } = needs;
  const [senders, inboxed, returnTo] = await Promise.all([
    needs.findSenders(database, tenant.id),
    needs.findInboxed?.(database, tenant.id),
    entry === 'account' ? returnAddress(database, tenant, searchOf(request)) : undefined,
  ]);
  const locale = localeOf(visit, { isPreview: isPreview(entry) });
  const identifiers = askedIdentifiers(interaction);
  const branding = brandingOf(experience, entry, needs.development);
  return {
    locale,
    locales: Object.keys(localeNames),
    tenantName: tenantNameOf(experience),
    endpoint: tenant.endpoint,
    development: needs.development,
    interaction: interaction !== undefined,
    ...(interaction && { application: applicationOf(interaction, tenantNameOf(experience)) }),
    ...(returnTo && { returnTo }),
    ...(identifiers.length > 0 && { identifiers }),
    ...(inboxed && { inbox: channelsOf(inboxed) }),
    ...(entry === 'console' && { managementApi: managementApiIndicator(tenant.id) }),
    signIn: await signInSettings(needs, tenant, experience, senders),
    ...(branding && { branding }),
    ...(isPreview(entry) && { refusal: refusalFor(locale) }),
    ...(interaction?.prompt === 'consent' && { consent: await consentOf(needs, tenant, interaction) }),
  };
}

/** What a preview shows as refused, where it does: a wrong password, with the sentence that people get here. */
const refusalFor = (locale: Locale): PageRefusal => ({
  about: 'password',
  sentence: formatMessage(locale, 'errors.session.invalid_credentials'),
});

/** What the application wants people to use: known words of a list that is separated by spaces. */
function askedIdentifiers(interaction: Interaction | undefined) {
  const asked = interaction?.parameters['identifier'];
  const words = typeof asked === 'string' ? asked.split(' ') : [];
  return (['username', 'email', 'phone'] as const).filter(identifier => words.includes(identifier));
}

function applicationOf({ clientId, applicationName, firstParty, parameters }: Interaction, tenantName: string) {
  const redirectUri = typeof parameters['redirect_uri'] === 'string' ? parameters['redirect_uri'] : '';
  const host = /^https?:/.test(redirectUri) ? new URL(redirectUri).host : undefined;
  const name = isTenantsOwn(clientId) ? tenantName : applicationName;
  return { id: clientId, name, firstParty, ...(host && { host }) };
}
