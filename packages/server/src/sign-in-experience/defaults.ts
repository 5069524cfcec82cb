import {
  type PasswordPolicy,
  type SignInExperience,
  type SignInExperienceChange,
  shippedColors,
} from '@freehold/contract';

/** Every setting except whose it is. */
export type SignInSettings = Omit<SignInExperience, 'tenantId' | 'id'>;

/** What a tenant has changed; everything else is the shipped default, also a default of a later version. */
export type SignInOverrides = SignInExperienceChange;

/** How a tenant starts: sign in and sign up with username and password, no second factor. */
export const shippedSignInExperience: SignInSettings = {
  displayName: null,
  color: { ...shippedColors, isDarkModeEnabled: true },
  branding: {},
  hideLogtoBranding: false,
  languageInfo: { autoDetect: true, fallbackLanguage: 'en' },
  termsOfUseUrl: null,
  privacyPolicyUrl: null,
  agreeToTermsPolicy: 'Automatic',
  signIn: {
    methods: [{ identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true }],
  },
  signUp: { identifiers: ['username'], password: true, verify: false },
  socialSignIn: {},
  socialSignInConnectorTargets: [],
  signInMode: 'SignInAndRegister',
  customCss: null,
  customContent: {},
  customUiAssets: null,
  customUiCsp: {},
  passwordPolicy: {
    length: { min: 8, max: 256 },
    characterTypes: { min: 1 },
    rejects: { pwned: true, repetitionAndSequence: true, userInfo: true, words: [] },
  },
  mfa: { factors: [], policy: 'UserControlled' },
  adaptiveMfa: {},
  trustedDevice: { enabled: false, durationDays: 30 },
  singleSignOnEnabled: false,
  supportEmail: null,
  supportWebsiteUrl: null,
  unknownSessionRedirectUrl: null,
  captchaPolicy: {},
  sentinelPolicy: { maxAttempts: 100, lockoutDuration: 60 },
  emailBlocklistPolicy: {},
  verificationCodePolicy: { expirationDuration: 600, maxRetryAttempts: 10 },
  messageRateLimitPolicy: { perRecipient: 10, perUser: 30, perOrigin: 300, windowSeconds: 600 },
  forgotPasswordMethods: null,
  passkeySignIn: {},
  signUpProfileFields: [],
  passwordExpiration: { enabled: false, validPeriodDays: 90 },
  usernamePolicy: {
    caseSensitive: true,
    minLength: 1,
    maxLength: 128,
    allowedChars: { lowercase: true, uppercase: true, numbers: true, underscore: true },
  },
};

/** The settings in force: overrides laid over the shipped defaults, policies that may be partial filled up. */
export function settingsInForce(overrides: SignInOverrides): SignInSettings {
  const shipped = shippedSignInExperience;
  return {
    ...shipped,
    ...present(overrides),
    passwordPolicy: passwordPolicyInForce(overrides.passwordPolicy),
    sentinelPolicy: { ...shipped.sentinelPolicy, ...present(overrides.sentinelPolicy) },
    verificationCodePolicy: { ...shipped.verificationCodePolicy, ...present(overrides.verificationCodePolicy) },
    messageRateLimitPolicy: { ...shipped.messageRateLimitPolicy, ...present(overrides.messageRateLimitPolicy) },
    trustedDevice: { ...shipped.trustedDevice, ...present(overrides.trustedDevice) },
    passwordExpiration: { ...shipped.passwordExpiration, ...present(overrides.passwordExpiration) },
  };
}

function passwordPolicyInForce(overrides: SignInOverrides['passwordPolicy'] = {}): PasswordPolicy {
  const { length, characterTypes, rejects } = shippedSignInExperience.passwordPolicy;
  return {
    length: { ...length, ...present(overrides.length) },
    characterTypes: { ...characterTypes, ...present(overrides.characterTypes) },
    rejects: { ...rejects, ...present(overrides.rejects) },
  };
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** A member that is there but undefined would hide the default behind it. */
const present = <T extends object>(value: T | undefined): Present<T> =>
  Object.fromEntries(Object.entries(value ?? {}).filter(([, member]) => member !== undefined)) as Present<T>;
