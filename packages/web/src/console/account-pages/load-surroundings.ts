import type { AccountCenter, PublicSignInExperience, Senders, StepUpPolicy } from '@freehold/contract';
import { boot } from '../../ui/boot.ts';
import { management } from '../management-client.ts';

/** What both pages know of the installation around their settings. */
export interface LoadedSettings {
  readonly settings: AccountCenter;
  readonly policy: StepUpPolicy;
  /** ETags, for changes of the two. */
  readonly etags: { readonly settings: string | undefined; readonly policy: string | undefined };
  readonly experience: PublicSignInExperience;
  readonly senders: Senders;
  /** Targets of the providers that people can link. */
  readonly providers: readonly string[];
}

/** Reads the settings and what it depends on whether they can work. @throws FreeholdError, OutcomeUnknown */
export async function loadSettings(): Promise<LoadedSettings> {
  const [settings, policy, { body: connectors }, { body: experience }] = await Promise.all([
    management.getAccountCenter(),
    management.getStepUpPolicy(),
    management.listConnectors(),
    management.getPublicSignInExperience(),
  ]);
  const has = (type: string) => connectors.some(connector => connector.type === type);
  return {
    settings: settings.body,
    policy: policy.body,
    etags: { settings: settings.etag, policy: policy.etag },
    experience,
    // A development server keeps in its inbox what it has no connector for: it can send.
    senders: {
      email: has('Email') || (boot.inbox ?? []).includes('email'),
      phone: has('Sms') || (boot.inbox ?? []).includes('phone'),
    },
    providers: connectors.filter(({ type }) => type === 'Social').map(({ target }) => target),
  };
}

/** The provider that a sample person's linked account is at, where nobody has set one up. */
export const sampleProvider = ({ providers }: LoadedSettings): string => providers[0] ?? 'google';
