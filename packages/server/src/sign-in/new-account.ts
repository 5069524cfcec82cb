import type { MissingProfileMember, SignInExperience } from '@freehold/contract';
import type { SocialIdentity } from '../connectors/index.ts';
import { checkPassword } from '../factors/index.ts';
import { type InteractionContext, Problem } from '../operation/index.ts';
import { checkUsername, passwordPolicyOf, usernamePolicyOf } from '../sign-in-experience/index.ts';
import { emailKey, findUserByIdentifier, isTooLong, normalizePhone, usernameKey } from '../users/index.ts';
import { checkEmailPolicy } from '../verification/index.ts';
import { passedVerification } from './experience.ts';
import type { ChosenPassword, Experience, ExperienceVerification } from './interactions.ts';
import type { SignInNeeds } from './needs.ts';
import { anyCode } from './sign-in-codes.ts';
import { assertPasswordSignUpOpen, assertSignUpOpen, assertSocialSignInOpen } from './sign-in-mode.ts';
import { openIdentity } from './social-proof.ts';

/** What a new account will be made of; addresses and the identity are proven. */
export interface NewAccount {
  readonly username?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly social?: SocialIdentity;
  readonly password?: ChosenPassword;
}

/**
 * What the person has put together in this sign-in: what they have added, and what the named verification adds to it.
 *
 * @throws Problem 404 `session.verification_session_not_found` for one that is not there, not passed or not for this
 */
export function newAccount(
  { envelope }: Pick<SignInNeeds, 'envelope'>,
  tenantId: string,
  experience: Experience,
  verificationId: string | undefined,
): NewAccount {
  const { social, ...chosen } = experience.profile ?? {};
  const account = { ...chosen, ...(social && { social: openIdentity(envelope, tenantId, social) }) };
  if (verificationId === undefined) return withProvidersAddresses(account);
  const named: ExperienceVerification = passedVerification(
    experience,
    ['NewPasswordIdentity', ...anyCode, 'Social'],
    verificationId,
  );
  if (named.type === 'NewPasswordIdentity') {
    const { identifier, password } = named;
    return withProvidersAddresses({ ...account, username: identifier.value, password });
  }
  if (named.type === 'Social') {
    if (!named.identity) throw new Problem('session.verification_session_not_found');
    return withProvidersAddresses({ ...account, social: openIdentity(envelope, tenantId, named.identity) });
  }
  return withProvidersAddresses({ ...account, [named.identifier.type]: named.identifier.value });
}

/**
 * Addresses that the provider has verified become the account's where it has none that was proven here. One that is
 * merely said, the connector has left out.
 */
function withProvidersAddresses(account: NewAccount): NewAccount {
  const phone = account.phone ?? providersPhone(account.social);
  const email = account.email ?? providersEmail(account.social);
  return { ...account, ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) };
}

// One that is too long for us could be kept, and then neither be signed in with nor written to.
const providersEmail = (social: SocialIdentity | undefined): string | undefined =>
  social?.user.email === undefined || isTooLong(social.user.email) ? undefined : social.user.email;

const providersPhone = (social: SocialIdentity | undefined): string | undefined =>
  social?.user.phone === undefined ? undefined : normalizePhone(social.user.phone);

/**
 * Refuses an account that the tenant does not offer. What it lacks is named in the order in which pages ask for it.
 *
 * @throws Problem `auth.forbidden` (403), `user.sign_in_method_not_enabled`, `user.missing_profile`,
 * `session.email_blocklist.*` (422)
 */
export function judgeNewAccount(settings: SignInExperience, account: NewAccount): void {
  const { username, email, phone, social, password } = account;
  if (username !== undefined) assertSignUpOpen(settings, 'username');
  // An address that comes along with an identity is none that the person signs up with.
  if (email !== undefined && email !== social?.user.email) assertSignUpOpen(settings, 'email');
  if (phone !== undefined && phone !== providersPhone(social)) assertSignUpOpen(settings, 'phone');
  if (password !== undefined) assertPasswordSignUpOpen(settings);
  if (social) assertSocialSignInOpen(settings, social.target);
  const missingProfile = missingMembers(settings, account);
  if (missingProfile.length > 0) throw new Problem('user.missing_profile', { data: { missingProfile } });
  // Nothing is asked for and nothing is there: an account that nobody could sign in to.
  if ([username, email, phone, social].every(member => member === undefined)) {
    throw new Problem('user.sign_in_method_not_enabled');
  }
  // Once more: the policy may have become stricter since the code was sent, and a provider has not asked it.
  if (email !== undefined) checkEmailPolicy(emailKey(email), settings.emailBlocklistPolicy);
}

/** Who comes from another provider needs no password, and no more than the tenant asks of them. */
function missingMembers(
  { signUp, socialSignIn }: SignInExperience,
  { username, email, phone, social, password }: NewAccount,
): MissingProfileMember[] {
  const has = { username, email, phone, emailOrPhone: email ?? phone };
  const asked = new Set<keyof typeof has>();
  if (!(social && socialSignIn.skipRequiredIdentifiers === true)) {
    const { identifiers, secondaryIdentifiers = [] } = signUp;
    const either = identifiers.includes('email') && identifiers.includes('phone');
    for (const identifier of identifiers) {
      asked.add(either && identifier !== 'username' ? 'emailOrPhone' : identifier);
    }
    for (const { identifier } of secondaryIdentifiers) asked.add(identifier);
  }
  const order = ['username', 'email', 'phone', 'emailOrPhone'] as const;
  return [
    ...order.filter(member => asked.has(member) && has[member] === undefined),
    ...(signUp.password && !social && password === undefined ? (['password'] as const) : []),
  ];
}

/**
 * The username of a new account, as it will be stored. That nobody has it is judged again, by the constraint, when the
 * account is made; this is to tell the person early.
 *
 * @throws Problem `user.username_<violation>`, `user.username_already_in_use` (422)
 */
export async function chooseUsername(
  { database, tenant }: InteractionContext,
  settings: SignInExperience,
  typed: string,
): Promise<string> {
  const policy = usernamePolicyOf(settings);
  const username = typed.normalize('NFKC').trim();
  checkUsername(username, policy);
  const key = usernameKey(username, policy.caseSensitive);
  if (await findUserByIdentifier(database, tenant.id, 'username', key)) {
    throw new Problem('user.username_already_in_use');
  }
  return username;
}

/**
 * The digest of a new account's password, once the tenant's policy has accepted it.
 *
 * @param experience holds what the password must not lean on: addresses that were proven
 * @throws Problem `password.rejected` (422, `data` lists the rules), `server.busy` (503)
 */
export async function choosePassword(
  { hasher, breachCheck }: Pick<SignInNeeds, 'hasher' | 'breachCheck'>,
  settings: SignInExperience,
  password: string,
  { username, experience }: { readonly username: string | undefined; readonly experience: Experience },
): Promise<ChosenPassword> {
  const person = {
    username,
    primaryEmail: provenAddress(experience, 'email'),
    primaryPhone: provenAddress(experience, 'phone'),
  };
  const issues = await checkPassword(password, passwordPolicyOf(settings), person, { breachCheck });
  if (issues.length > 0) throw new Problem('password.rejected', { data: issues });
  return hasher.hash(password);
}

/** The address that the account will probably have: added already, or proven last. */
function provenAddress({ profile, verifications }: Experience, channel: 'email' | 'phone'): string | undefined {
  const proven = verifications.findLast(
    verification => verification.verified && 'event' in verification && verification.identifier.type === channel,
  );
  return profile?.[channel] ?? (proven && 'event' in proven ? proven.identifier.value : undefined);
}
