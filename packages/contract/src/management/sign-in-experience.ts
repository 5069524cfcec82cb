/** How people sign in and sign up, what the pages look like, and the policies for usernames, passwords and failed attempts. */
import { z } from 'zod';
import { isWebUrl, Text } from '../formats.ts';
import { route } from '../route.ts';

const ShortText = Text.max(256);
/** Settings pages send an empty text to clear an address. */
const WebUrlOrEmpty = Text.max(2048).refine(url => url === '' || isWebUrl(url), {
  message: 'must be an http(s) URL or empty',
});
const Color = z.string().regex(/^#[\da-f]{3}([\da-f]{3})?$/i);
const Identifier = z.enum(['username', 'email', 'phone']);
const Css = Text.max(100_000);

export const mfaFactors = ['Totp', 'WebAuthn', 'BackupCode', 'EmailVerificationCode', 'PhoneVerificationCode'] as const;
export type MfaFactor = (typeof mfaFactors)[number];

export const mfaPolicies = [
  'UserControlled',
  'Mandatory',
  'PromptOnlyAtSignIn',
  'PromptAtSignInAndSignUp',
  'NoPrompt',
  'PromptAtSignInAndSignUpMandatory',
  'PromptOnlyAtSignInMandatory',
] as const;

/** Lengths in characters (code points), the same as pages count them. */
export const UsernamePolicy = z
  .object({
    caseSensitive: z.boolean(),
    minLength: z.int().min(1).max(128),
    maxLength: z.int().min(1).max(128),
    allowedChars: z
      .object({ lowercase: z.boolean(), uppercase: z.boolean(), numbers: z.boolean(), underscore: z.boolean() })
      .refine(chars => chars.lowercase || chars.uppercase || chars.underscore, {
        message: 'must allow something that a username can begin with',
      }),
  })
  .refine(policy => policy.minLength <= policy.maxLength, { message: 'minLength must not exceed maxLength' });
export type UsernamePolicy = z.output<typeof UsernamePolicy>;

export const PasswordPolicy = z.object({
  length: z.object({ min: z.int().min(1).max(256), max: z.int().min(1).max(256) }),
  characterTypes: z.object({ min: z.int().min(1).max(4) }),
  rejects: z.object({
    pwned: z.boolean(),
    repetitionAndSequence: z.boolean(),
    userInfo: z.boolean(),
    words: z.array(Text.min(1).max(256)).max(1000),
  }),
});
export type PasswordPolicy = z.output<typeof PasswordPolicy>;

/** `lockoutDuration` is in minutes, at most a year. */
export const SentinelPolicy = z.object({
  maxAttempts: z.int().min(1).max(1000),
  lockoutDuration: z.int().min(1).max(525_600),
});
export type SentinelPolicy = z.output<typeof SentinelPolicy>;

/** `expirationDuration` is in seconds. */
export const VerificationCodePolicy = z.object({
  expirationDuration: z.int().min(60).max(3600),
  maxRetryAttempts: z.int().min(1).max(100),
});
export type VerificationCodePolicy = z.output<typeof VerificationCodePolicy>;

/**
 * How many codes may be sent within `windowSeconds`: to one recipient, for one user, for one network address. Shared by
 * everything that sends codes. Not on the wire: what other servers fix, a tenant may set here.
 */
export const MessageRateLimitPolicy = z.object({
  perRecipient: z.int().min(1).max(1000),
  perUser: z.int().min(1).max(1000),
  perOrigin: z.int().min(1).max(10_000),
  windowSeconds: z.int().min(60).max(86_400),
});
export type MessageRateLimitPolicy = z.output<typeof MessageRateLimitPolicy>;

export const EmailBlocklistPolicy = z.object({
  blockDisposableAddresses: z.boolean().optional(),
  blockSubaddressing: z.boolean().optional(),
  customAllowlist: z.array(Text.min(1).max(256)).max(1000).optional(),
  customBlocklist: z.array(Text.min(1).max(256)).max(1000).optional(),
});
export type EmailBlocklistPolicy = z.output<typeof EmailBlocklistPolicy>;

export const SignInMethod = z.object({
  identifier: Identifier,
  password: z.boolean(),
  verificationCode: z.boolean(),
  isPasswordPrimary: z.boolean(),
});
export type SignInMethod = z.output<typeof SignInMethod>;

const Mfa = z.object({
  factors: z.array(z.enum(mfaFactors)),
  policy: z.enum(mfaPolicies),
  organizationRequiredMfaPolicy: z.enum(['NoPrompt', 'Mandatory']).optional(),
});

const ProfileFields = z.array(z.object({ name: ShortText })).max(100);

/** The settings in force. */
export const SignInExperience = z.object({
  tenantId: z.string(),
  id: z.literal('default'),
  displayName: ShortText.nullable().describe('Ours: what people know the tenant by, on its pages and in its messages'),
  color: z.object({ primaryColor: Color, isDarkModeEnabled: z.boolean(), darkPrimaryColor: Color }),
  branding: z.object({
    logoUrl: WebUrlOrEmpty.optional(),
    darkLogoUrl: WebUrlOrEmpty.optional(),
    favicon: WebUrlOrEmpty.optional(),
    darkFavicon: WebUrlOrEmpty.optional(),
  }),
  hideLogtoBranding: z.boolean().describe('Named so on the wire: hides the name of the product on the pages'),
  languageInfo: z.object({ autoDetect: z.boolean(), fallbackLanguage: ShortText.min(2) }),
  termsOfUseUrl: WebUrlOrEmpty.nullable(),
  privacyPolicyUrl: WebUrlOrEmpty.nullable(),
  agreeToTermsPolicy: z.enum(['Automatic', 'ManualRegistrationOnly', 'Manual']),
  signIn: z.object({ methods: z.array(SignInMethod).max(3) }),
  signUp: z.object({
    identifiers: z.array(Identifier).max(3),
    password: z.boolean(),
    verify: z.boolean(),
    secondaryIdentifiers: z
      .array(
        z.object({
          identifier: z.union([Identifier, z.literal('emailOrPhone')]),
          verify: z.boolean().optional(),
        }),
      )
      .max(4)
      .optional(),
  }),
  socialSignIn: z.object({
    automaticAccountLinking: z.boolean().optional(),
    skipRequiredIdentifiers: z.boolean().optional(),
  }),
  socialSignInConnectorTargets: z.array(ShortText).max(100),
  signInMode: z.enum(['SignIn', 'Register', 'SignInAndRegister']),
  customCss: Css.nullable(),
  customContent: z.record(z.string(), Css),
  customUiAssets: z.object({ id: ShortText, createdAt: z.int() }).nullable(),
  customUiCsp: z.object({
    scriptSrc: z.array(ShortText).max(100).optional(),
    connectSrc: z.array(ShortText).max(100).optional(),
  }),
  passwordPolicy: PasswordPolicy,
  mfa: Mfa,
  adaptiveMfa: z.object({ enabled: z.boolean().optional() }),
  trustedDevice: z.object({ enabled: z.boolean(), durationDays: z.int().min(1).max(365) }),
  singleSignOnEnabled: z.boolean(),
  supportEmail: ShortText.nullable(),
  supportWebsiteUrl: WebUrlOrEmpty.nullable(),
  unknownSessionRedirectUrl: WebUrlOrEmpty.nullable(),
  captchaPolicy: z.object({ enabled: z.boolean().optional() }),
  sentinelPolicy: SentinelPolicy,
  emailBlocklistPolicy: EmailBlocklistPolicy,
  verificationCodePolicy: VerificationCodePolicy,
  messageRateLimitPolicy: MessageRateLimitPolicy,
  forgotPasswordMethods: z.array(z.enum(['EmailVerificationCode', 'PhoneVerificationCode'])).nullable(),
  passkeySignIn: z.object({
    enabled: z.boolean().optional(),
    showPasskeyButton: z.boolean().optional(),
    allowAutofill: z.boolean().optional(),
  }),
  signUpProfileFields: ProfileFields,
  passwordExpiration: z.object({
    enabled: z.boolean(),
    validPeriodDays: z.int().min(1).max(3650),
    reminderPeriodDays: z.int().min(0).max(3650).optional(),
  }),
  usernamePolicy: UsernamePolicy,
});
export type SignInExperience = z.output<typeof SignInExperience>;

/** A provider that people may sign in with, as a page shows it. */
export const SocialConnectorChoice = z.object({
  id: z.string().describe('Names it in `/api/experience/verification/social/{connectorId}`'),
  target: z.string().describe('Names it in `direct_sign_in=social:{target}`'),
  platform: z.enum(['Native', 'Universal', 'Web']).nullable(),
  name: z.record(z.string(), z.string()).describe('By language; `en` is always there'),
  logo: z.string(),
  logoDark: z.string().nullable(),
});
export type SocialConnectorChoice = z.output<typeof SocialConnectorChoice>;

/**
 * What a sign-in page of one's own needs, for anybody to read. Lists of what is refused stay inside: forbidden words and
 * blocked addresses would tell what a tenant watches for, the sentinel how often one may guess.
 */
export const PublicSignInExperience = SignInExperience.pick({
  tenantId: true,
  displayName: true,
  color: true,
  branding: true,
  hideLogtoBranding: true,
  languageInfo: true,
  termsOfUseUrl: true,
  privacyPolicyUrl: true,
  agreeToTermsPolicy: true,
  signIn: true,
  signUp: true,
  socialSignIn: true,
  socialSignInConnectorTargets: true,
  signInMode: true,
  customCss: true,
  customContent: true,
  mfa: true,
  singleSignOnEnabled: true,
  supportEmail: true,
  supportWebsiteUrl: true,
  unknownSessionRedirectUrl: true,
  forgotPasswordMethods: true,
  passkeySignIn: true,
  signUpProfileFields: true,
  usernamePolicy: true,
}).extend({
  passwordPolicy: PasswordPolicy.extend({ rejects: PasswordPolicy.shape.rejects.omit({ words: true }) }),
  verificationCodePolicy: VerificationCodePolicy.pick({ expirationDuration: true }),
  forgotPassword: z
    .object({ email: z.boolean(), phone: z.boolean() })
    .describe(
      'Where a code for a forgotten password can be sent to, by the settings and by what there is to send it with',
    ),
  socialConnectors: z
    .array(SocialConnectorChoice)
    .describe('The providers of `socialSignInConnectorTargets` to sign in with, in that order'),
});
export type PublicSignInExperience = z.output<typeof PublicSignInExperience>;

const partialPassword = z.object({
  length: PasswordPolicy.shape.length.partial().optional(),
  characterTypes: PasswordPolicy.shape.characterTypes.partial().optional(),
  rejects: PasswordPolicy.shape.rejects.partial().optional(),
});

/**
 * A change of the settings: absent members are kept, a member that is sent replaces the old one as a
 * whole. Within `passwordPolicy`, `sentinelPolicy`, `verificationCodePolicy`, `messageRateLimitPolicy`, `trustedDevice`
 * and `passwordExpiration` what is left out has its shipped default.
 */
export const SignInExperienceChange = SignInExperience.omit({ tenantId: true, id: true })
  .extend({
    passwordPolicy: partialPassword,
    sentinelPolicy: SentinelPolicy.partial(),
    verificationCodePolicy: VerificationCodePolicy.partial(),
    messageRateLimitPolicy: MessageRateLimitPolicy.partial(),
    trustedDevice: SignInExperience.shape.trustedDevice.partial(),
    passwordExpiration: SignInExperience.shape.passwordExpiration.partial(),
  })
  .partial();
export type SignInExperienceChange = z.output<typeof SignInExperienceChange>;

export const signInExperienceRoutes = {
  getSignInExperience: route({
    method: 'GET',
    path: '/api/sign-in-exp',
    summary: 'Read how people sign in and sign up',
    tag: 'Management',
    caller: 'management',
    responses: { 200: SignInExperience },
    errors: [],
  }),
  updateSignInExperience: route({
    method: 'PATCH',
    path: '/api/sign-in-exp',
    summary: 'Change how people sign in and sign up',
    description:
      'Members that are sent replace the old ones as a whole. `usernamePolicy` is sent whole; to stop telling capital from small letters is refused while usernames differ in nothing else.',
    tag: 'Management',
    caller: 'management',
    ifMatch: true,
    body: SignInExperienceChange,
    responses: { 200: SignInExperience },
    errors: [
      'sign_in_experiences.duplicated_mfa_factors',
      'sign_in_experiences.backup_code_cannot_be_enabled_alone',
      'sign_in_experiences.passwordless_requires_verify',
      'sign_in_experiences.username_policy_case_conflicts_exist',
      'request.invalid_input',
    ],
  }),
  getPublicSignInExperience: route({
    method: 'GET',
    path: '/api/.well-known/sign-in-exp',
    summary: 'Read how people sign in and sign up, without authentication',
    description: 'What a sign-in page needs to show.',
    tag: 'Sign-in',
    caller: 'anyone',
    responses: { 200: PublicSignInExperience },
    errors: [],
  }),
} as const;
