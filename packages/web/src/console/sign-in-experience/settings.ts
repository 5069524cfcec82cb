/** The settings as they stand on the page: what differs from what is saved, where each stands, and what cannot be sent. */
import type { SignInExperience, SignInExperienceChange, SignInMethod } from '@freehold/contract';
import { isSame } from '../parts/same.ts';

export const tabs = ['brand', 'methods', 'security', 'content'] as const;
export type Tab = (typeof tabs)[number];

/** Members that the page shows, by the tab that they are on. Others are left as they are. */
const members = {
  displayName: 'brand',
  color: 'brand',
  branding: 'brand',
  customCss: 'brand',
  languageInfo: 'brand',
  signInMode: 'methods',
  signIn: 'methods',
  signUp: 'methods',
  socialSignIn: 'methods',
  socialSignInConnectorTargets: 'methods',
  passwordPolicy: 'security',
  forgotPasswordMethods: 'security',
  sentinelPolicy: 'security',
  verificationCodePolicy: 'security',
  messageRateLimitPolicy: 'security',
  usernamePolicy: 'security',
  emailBlocklistPolicy: 'security',
  termsOfUseUrl: 'content',
  privacyPolicyUrl: 'content',
  agreeToTermsPolicy: 'content',
  supportEmail: 'content',
  supportWebsiteUrl: 'content',
  unknownSessionRedirectUrl: 'content',
} as const satisfies Partial<Record<keyof SignInExperience, Tab>>;

export type Member = keyof typeof members;

/** What was typed and is not saved, member by member. */
export type Edits = { readonly [M in Member]?: SignInExperience[M] };

const isMember = (name: string): name is Member => Object.hasOwn(members, name);

/** The tab on which a path such as `passwordPolicy.length.min` stands. */
export function tabOf(path: string): Tab | undefined {
  const [name = ''] = path.split('.');
  return isMember(name) ? members[name] : undefined;
}

/** What is to be sent: members that differ, each as a whole, as the server replaces it. */
export function changedMembers(saved: SignInExperience, edits: Edits): SignInExperienceChange {
  return Object.fromEntries(
    Object.entries(edits).filter(([name, value]) => isMember(name) && !isSame(value, saved[name])),
  );
}

/** Why a value cannot be sent. */
export type Refusal =
  | { readonly is: 'range'; readonly min: number; readonly max: number }
  | { readonly is: 'least_over_most' | 'no_first_letter' | 'color' };

/** Numbers that the server takes, by path. */
export const ranges: Readonly<Record<string, readonly [min: number, max: number]>> = {
  'passwordPolicy.length.min': [1, 256],
  'passwordPolicy.length.max': [1, 256],
  'sentinelPolicy.maxAttempts': [1, 1000],
  'sentinelPolicy.lockoutDuration': [1, 525_600],
  'verificationCodePolicy.expirationDuration': [60, 3600],
  'verificationCodePolicy.maxRetryAttempts': [1, 100],
  'messageRateLimitPolicy.perRecipient': [1, 1000],
  'messageRateLimitPolicy.perUser': [1, 1000],
  'messageRateLimitPolicy.perOrigin': [1, 10_000],
  'messageRateLimitPolicy.windowSeconds': [60, 86_400],
  'usernamePolicy.minLength': [1, 128],
  'usernamePolicy.maxLength': [1, 128],
};

/** What cannot be sent, by path. */
export function refusals(settings: SignInExperience): Readonly<Record<string, Refusal>> {
  const found: Record<string, Refusal> = {};
  for (const [path, [min, max]] of Object.entries(ranges)) {
    const value = path.split('.').reduce<unknown>((at, key) => Object(at)[key], settings);
    if (!Number.isInteger(value) || Number(value) < min || Number(value) > max) found[path] = { is: 'range', min, max };
  }
  const { passwordPolicy, usernamePolicy, color } = settings;
  if (passwordPolicy.length.min > passwordPolicy.length.max) {
    found['passwordPolicy.length.max'] ??= { is: 'least_over_most' };
  }
  if (usernamePolicy.minLength > usernamePolicy.maxLength) {
    found['usernamePolicy.maxLength'] ??= { is: 'least_over_most' };
  }
  const { lowercase, uppercase, underscore } = usernamePolicy.allowedChars;
  if (!lowercase && !uppercase && !underscore) found['usernamePolicy.allowedChars'] = { is: 'no_first_letter' };
  for (const name of ['primaryColor', 'darkPrimaryColor'] as const) {
    if (!isColor(color[name])) found[`color.${name}`] = { is: 'color' };
  }
  return found;
}

/** Whether text is a colour as the server takes it. */
export const isColor = (text: string): boolean => /^#[\da-f]{3}(?:[\da-f]{3})?$/i.test(text);

/** The ways to sign in after one of them was changed; one without a proof is none. */
export function withMethod(methods: readonly SignInMethod[], changed: SignInMethod): SignInMethod[] {
  const rest = methods.filter(({ identifier }) => identifier !== changed.identifier);
  const { password, verificationCode } = changed;
  if (!password && !verificationCode) return rest;
  // Which comes first is a question only where there are both.
  const method = { ...changed, isPasswordPrimary: password && (changed.isPasswordPrimary || !verificationCode) };
  const at = methods.findIndex(({ identifier }) => identifier === changed.identifier);
  return at < 0 ? [...rest, method] : rest.toSpliced(at, 0, method);
}

/** What a new account begins with, after one identifier was ticked or not: an address is always proven by a code. */
export function withIdentifiers(
  signUp: SignInExperience['signUp'],
  identifiers: SignInExperience['signUp']['identifiers'],
): SignInExperience['signUp'] {
  const hasAddress = identifiers.some(identifier => identifier !== 'username');
  const { secondaryIdentifiers, ...rest } = signUp;
  const secondary = secondaryIdentifiers?.filter(({ identifier }) => !identifiers.some(one => one === identifier));
  return {
    ...rest,
    identifiers,
    verify: hasAddress || (signUp.verify && identifiers.length > 0),
    ...(secondary !== undefined && { secondaryIdentifiers: secondary }),
  };
}
