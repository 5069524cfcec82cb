import type { SignInExperienceChange } from '@freehold/contract';
import { Problem } from '../operation/index.ts';
import { type SignInSettings, settingsInForce } from './defaults.ts';

/**
 * Refuses combinations of settings that cannot work. Judges only what `change` touches: settings that
 * were stored under an older rule do not stand in the way of an unrelated change.
 */
export function checkSettings(change: SignInExperienceChange): void {
  const settings = settingsInForce(change);
  if (change.mfa) checkFactors(settings.mfa.factors);
  if (change.signUp) checkSignUp(settings.signUp);
  if (change.signIn) checkMethods(settings.signIn.methods);
  if (change.passwordPolicy) checkLengths(settings.passwordPolicy.length);
}

function checkFactors(factors: SignInSettings['mfa']['factors']): void {
  if (new Set(factors).size !== factors.length) throw new Problem('sign_in_experiences.duplicated_mfa_factors');
  if (factors.length === 1 && factors[0] === 'BackupCode')
    throw new Problem('sign_in_experiences.backup_code_cannot_be_enabled_alone');
}

/** An address that nobody proved would let anybody register in another's name. */
function checkSignUp({ identifiers, verify }: SignInSettings['signUp']): void {
  if (new Set(identifiers).size !== identifiers.length) throw named('signUp.identifiers');
  if (!verify && identifiers.some(identifier => identifier !== 'username'))
    throw new Problem('sign_in_experiences.passwordless_requires_verify');
}

function checkMethods(methods: SignInSettings['signIn']['methods']): void {
  const identifiers = methods.map(({ identifier }) => identifier);
  if (new Set(identifiers).size !== identifiers.length) throw named('signIn.methods');
  // A method with neither proof, or a username with a code sent to nobody, would be a door without a lock or handle.
  if (methods.some(m => !m.password && (!m.verificationCode || m.identifier === 'username')))
    throw named('signIn.methods');
}

function checkLengths({ min, max }: SignInSettings['passwordPolicy']['length']): void {
  if (min > max) throw named('passwordPolicy.length');
}

const named = (member: string) => new Problem('request.invalid_input', { data: { member } });
