/** What two states of the settings differ in, in the words of the page; and what becomes of two people's changes. */
import { plain, type WordKey, type Words } from '@freehold/client/react/kit';
import type { SignInExperience } from '@freehold/contract';
import { isLocale, localeNames } from '@freehold/messages/negotiate';
import { isSame } from '../parts/same.ts';
import type { MeanwhileRow } from '../parts/saved-meanwhile.tsx';
import { changedMembers, type Edits, type Member } from './settings.ts';

/** What a member is called; where it holds several settings, the heading above them. */
const headings: Readonly<Record<Member, WordKey>> = {
  displayName: 'experience.displayName',
  color: 'experience.colors',
  branding: 'experience.pictures',
  customCss: 'experience.css',
  languageInfo: 'experience.languages',
  signInMode: 'experience.mode',
  signIn: 'experience.methods',
  signUp: 'experience.sign_up',
  socialSignIn: 'experience.link',
  socialSignInConnectorTargets: 'experience.providers',
  passwordPolicy: 'experience.passwords',
  forgotPasswordMethods: 'experience.recovery',
  sentinelPolicy: 'experience.tries',
  verificationCodePolicy: 'experience.codes',
  messageRateLimitPolicy: 'experience.sending',
  usernamePolicy: 'experience.usernames',
  emailBlocklistPolicy: 'experience.addresses',
  termsOfUseUrl: 'experience.termsOfUseUrl',
  privacyPolicyUrl: 'experience.privacyPolicyUrl',
  agreeToTermsPolicy: 'experience.agree',
  supportEmail: 'experience.supportEmail',
  supportWebsiteUrl: 'experience.supportWebsiteUrl',
  unknownSessionRedirectUrl: 'experience.unknownSessionRedirectUrl',
};

/** What single settings below a heading are called. */
const labels: Readonly<Record<string, WordKey>> = {
  'color.primaryColor': 'experience.color',
  'color.isDarkModeEnabled': 'experience.dark',
  'color.darkPrimaryColor': 'experience.color_dark',
  'branding.logoUrl': 'experience.picture_logoUrl',
  'branding.darkLogoUrl': 'experience.picture_darkLogoUrl',
  'branding.favicon': 'experience.picture_favicon',
  'branding.darkFavicon': 'experience.picture_darkFavicon',
  'languageInfo.autoDetect': 'experience.detect',
  'languageInfo.fallbackLanguage': 'experience.fallback_language',
  'signIn.methods.username': 'identifier.username',
  'signIn.methods.email': 'identifier.email',
  'signIn.methods.phone': 'identifier.phone',
  'signUp.password': 'password.label',
  'signUp.secondaryIdentifiers': 'experience.sign_up_then',
  'passwordPolicy.length.min': 'experience.shortest',
  'passwordPolicy.length.max': 'experience.longest',
  'passwordPolicy.characterTypes.min': 'experience.character_types',
  'passwordPolicy.rejects.pwned': 'experience.rejects_pwned',
  'passwordPolicy.rejects.repetitionAndSequence': 'experience.rejects_repetitionAndSequence',
  'passwordPolicy.rejects.userInfo': 'experience.rejects_userInfo',
  'passwordPolicy.rejects.words': 'experience.words',
  'sentinelPolicy.maxAttempts': 'experience.max_attempts',
  'sentinelPolicy.lockoutDuration': 'experience.lockout',
  'verificationCodePolicy.expirationDuration': 'experience.code_lifetime',
  'verificationCodePolicy.maxRetryAttempts': 'experience.code_tries',
  'messageRateLimitPolicy.perRecipient': 'experience.perRecipient',
  'messageRateLimitPolicy.perUser': 'experience.perUser',
  'messageRateLimitPolicy.perOrigin': 'experience.perOrigin',
  'messageRateLimitPolicy.windowSeconds': 'experience.windowSeconds',
  'usernamePolicy.caseSensitive': 'experience.case_sensitive',
  'usernamePolicy.minLength': 'experience.shortest',
  'usernamePolicy.maxLength': 'experience.longest',
  'usernamePolicy.allowedChars.lowercase': 'experience.chars_lowercase',
  'usernamePolicy.allowedChars.uppercase': 'experience.chars_uppercase',
  'usernamePolicy.allowedChars.numbers': 'experience.chars_numbers',
  'usernamePolicy.allowedChars.underscore': 'experience.chars_underscore',
  'emailBlocklistPolicy.blockSubaddressing': 'experience.subaddressing',
  'emailBlocklistPolicy.customAllowlist': 'experience.allowlist',
  'emailBlocklistPolicy.customBlocklist': 'experience.blocklist',
};

/** Values that the page has words for. */
const spoken: Readonly<Record<string, WordKey>> = {
  username: 'identifier.username',
  email: 'identifier.email',
  phone: 'identifier.phone',
  emailOrPhone: 'identifier.email_phone',
  EmailVerificationCode: 'identifier.email',
  PhoneVerificationCode: 'identifier.phone',
  SignIn: 'experience.mode_SignIn',
  Register: 'experience.mode_Register',
  SignInAndRegister: 'experience.mode_SignInAndRegister',
  Automatic: 'experience.agree_Automatic',
  ManualRegistrationOnly: 'experience.agree_ManualRegistrationOnly',
  Manual: 'experience.agree_Manual',
};
/** Where these stand: elsewhere the same letters are somebody's own. */
const isSpoken = (path: string): boolean =>
  /^(?:signUp\.|forgotPasswordMethods$|signInMode$|agreeToTermsPolicy$)/.test(path);

/** Single settings below a value, by path; what is no more than a list or a text is one. */
function leaves(path: string, value: unknown): readonly (readonly [path: string, value: unknown])[] {
  if (path === 'signIn.methods' && Array.isArray(value)) {
    return value.map(({ identifier, ...method }) => [`${path}.${identifier}`, method] as const);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, member]) => leaves(`${path}.${key}`, member));
}

type Method = { readonly password: boolean; readonly verificationCode: boolean; readonly isPasswordPrimary: boolean };

function valueText(path: string, value: unknown, words: Words): string {
  const { text, locale } = words;
  const list = (all: readonly string[]) =>
    all.length === 0 ? text('value.notSet') : new Intl.ListFormat(locale, { type: 'unit' }).format(all);
  if (path.startsWith('signIn.methods.') && value !== undefined) {
    const { password, verificationCode, isPasswordPrimary } = value as Method;
    const ways = [
      ...(password ? [text('password.label')] : []),
      ...(verificationCode ? [text('experience.code')] : []),
    ];
    return list(isPasswordPrimary ? ways : ways.toReversed());
  }
  if (value === undefined || value === null || value === '') return text('value.notSet');
  if (typeof value === 'boolean') return text(value ? 'experience.on' : 'experience.off');
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
  if (Array.isArray(value)) return list(value.map(one => valueText(path, one?.identifier ?? one, words)));
  const said = isSpoken(path) ? spoken[String(value)] : undefined;
  if (said !== undefined) return text(said);
  if (path === 'languageInfo.fallbackLanguage' && isLocale(String(value))) return localeNames[String(value) as 'en'];
  return plain(String(value), 300);
}

/** What somebody else has saved since I began, and mine where I have changed the same. */
export function meanwhileRows(
  begun: SignInExperience,
  mine: SignInExperience,
  now: SignInExperience,
  words: Words,
): MeanwhileRow[] {
  const changed = changedMembers(begun, now);
  const members = (Object.keys(headings) as Member[]).filter(member => Object.hasOwn(changed, member));
  return members.flatMap(member => {
    const [before, own, after] = [begun, mine, now].map(settings => new Map(leaves(member, settings[member])));
    const paths = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])];
    return paths
      .filter(path => !isSame(before?.get(path), after?.get(path)))
      .map(path => {
        const label = labels[path];
        const heading = words.text(headings[member]);
        const say = (value: unknown) => valueText(path, value, words);
        return {
          key: path,
          name: label === undefined ? heading : `${heading} · ${words.text(label)}`,
          begun: say(before?.get(path)),
          now: say(after?.get(path)),
          ...(!isSame(before?.get(path), own?.get(path)) && { mine: say(own?.get(path)) }),
        };
      });
  });
}

/** What I changed since I began, laid over what somebody else has saved meanwhile: setting by setting, not heading by heading. */
export const layOver = (begun: SignInExperience, mine: SignInExperience, theirs: SignInExperience): Edits =>
  changedMembers(theirs, lay(begun, mine, theirs) as SignInExperience) as Edits;

function lay(begun: unknown, mine: unknown, theirs: unknown): unknown {
  if (isSame(begun, mine)) return theirs;
  if (!isMap(begun) || !isMap(mine) || !isMap(theirs)) return mine;
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const members = keys.map(key => [key, lay(begun[key], mine[key], theirs[key])] as const);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
