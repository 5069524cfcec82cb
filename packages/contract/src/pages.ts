/**
 * What the server hands a page before its first paint: public settings and what the page is about.
 *
 * It travels as JSON in the HTML shell, so it holds nothing that the person in front of the screen
 * may not read, and no secret. Values that people or applications wrote are plain text: pages put
 * them into text nodes only.
 */

/** What a person may type to say who they are. */
export type PageIdentifier = 'username' | 'email' | 'phone';

/** The part of the password policy that a page can explain and check while somebody types. */
export type PagePasswordPolicy = {
  /** Characters, counted as the server counts them: Unicode code points. */
  readonly minLength: number;
  readonly maxLength: number;
  /** How many of lower case, upper case, digits and symbols must occur; 1 means no demand. */
  readonly characterTypes: number;
  readonly rejects: {
    readonly pwned: boolean;
    readonly repetitionAndSequence: boolean;
    readonly userInfo: boolean;
  };
};

/** How one kind of identifier signs in. At least one of `password` and `code` is true. */
export type PageMethod = {
  readonly identifier: PageIdentifier;
  readonly password: boolean;
  /** By a code that is sent to it. */
  readonly code: boolean;
  /** Which of the two is asked for first. */
  readonly passwordFirst: boolean;
};

/** What a new account is made of. */
export type PageSignUp = {
  /** What is asked for first: one of these. Empty where accounts come from other providers alone. */
  readonly identifiers: readonly PageIdentifier[];
  /** What is asked for after it. */
  readonly also: readonly (PageIdentifier | 'emailOrPhone')[];
  readonly password: boolean;
};

/** Another provider that people may sign in with. */
export type PageProvider = {
  /** Id of the connector. */
  readonly id: string;
  readonly target: string;
  /** By language; `en` is always there. */
  readonly name: Readonly<Record<string, string>>;
  readonly logo: string;
  readonly logoDark?: string;
};

/** How a message reaches somebody. */
export type PageChannel = 'email' | 'phone';

/** The application that a sign-in leads back to. */
export type PageApplication = {
  readonly id: string;
  readonly name: string;
  /** Host of the redirect URI, as the application registered it; absent for custom schemes. */
  readonly host?: string;
  /** Applications of the tenant itself; others are shown with what they will be able to do. */
  readonly firstParty: boolean;
};

/** What makes the pages the tenant's own. Addresses are http or https. */
export type PageBranding = {
  /** Shown in a box of 160 × 40; the tenant's name is shown where there is none, or where it does not load. */
  readonly logoUrl?: string;
  /** In its place on dark ground. */
  readonly darkLogoUrl?: string;
};

/** Why a form that was sent without scripts was refused. */
export type PageRefusal = {
  readonly about: 'identifier' | 'password' | 'form';
  readonly sentence: string;
  readonly requestId?: string;
};

/** The signed-in person, as far as a consent page shows who is about to allow something. */
export type PageAccount = {
  readonly name?: string;
  /** The identifier people know the account by: username, else email address, else phone number. */
  readonly identifier?: string;
};

/** What a third party's application asks for, all of it, newly or again. */
export type PageConsent = {
  /** OpenID scopes. */
  readonly userScopes: readonly string[];
  /** Scopes of APIs, API by API. */
  readonly resources: readonly {
    /** Name of the API. */
    readonly name: string;
    readonly scopes: readonly { readonly name: string; readonly description?: string }[];
  }[];
  readonly account: PageAccount;
};

/** The sign-in experience, reduced to what the pages show. */
export type PageSignIn = {
  readonly methods: readonly PageMethod[];
  readonly signInMode: 'SignIn' | 'Register' | 'SignInAndRegister';
  /** Absent where nobody can create an account. */
  readonly signUp?: PageSignUp;
  /** Where a code for a forgotten password can be sent to; empty where passwords cannot be recovered. */
  readonly forgotPassword: readonly PageChannel[];
  readonly providers: readonly PageProvider[];
  /** How long a code serves, in seconds. */
  readonly codeLifetime: number;
  readonly passwordPolicy: PagePasswordPolicy;
  /** Where people must tick that they agree to the terms; nobody has to where there are no terms to read. */
  readonly agreement: 'never' | 'registration' | 'always';
  readonly termsOfUseUrl?: string;
  readonly privacyPolicyUrl?: string;
  readonly supportEmail?: string;
  readonly supportWebsiteUrl?: string;
  /** Where to send people who opened a page without a running sign-in. */
  readonly unknownSessionRedirectUrl?: string;
};

/** Everything a page is started with. */
export type PageBoot = {
  /** BCP 47 tag of the language the page opens in, one of `locales`. */
  readonly locale: string;
  readonly locales: readonly string[];
  readonly tenantName: string;
  /** Public base URL without a trailing slash; the issuer is `<endpoint>/oidc`. */
  readonly endpoint: string;
  readonly development: boolean;
  /** Whether a sign-in is under way for this browser. Without one, `/sign-in` can only point the way back. */
  readonly interaction: boolean;
  readonly application?: PageApplication;
  /** The application that sent the person to a task of their account (`redirect`); absent where its address is not registered. */
  readonly returnTo?: { readonly url: string; readonly name: string };
  /** What the application wants people to sign in or register with (its `identifier` parameter), if it says so. */
  readonly identifiers?: readonly PageIdentifier[];
  /** In development: the channels whose messages do not leave the house, but stay in `/dev/inbox`. */
  readonly inbox?: readonly PageChannel[];
  readonly signIn: PageSignIn;
  /** Indicator of the tenant's Management API, for the console. */
  readonly managementApi?: string;
  readonly consent?: PageConsent;
  readonly branding?: PageBranding;
  /** For a sign-in page that answers a form sent without scripts. */
  readonly refusal?: PageRefusal;
  /** What `/error` reports: a code of the error catalogue, and its sentence in `locale`. */
  readonly error?: { readonly code: string; readonly message?: string; readonly requestId?: string };
};

/** The entries of the web build that the server can open. */
export type PageEntry = 'sign-in' | 'sign-in-preview' | 'demo-app' | 'account' | 'account-preview' | 'console';
