/**
 * The arrows: which folder may enter which, and which npm packages it may use. What is not in this table is
 * refused, so a new folder begins with a row here. Imports point down:
 *
 *     main → commands → app → http, oidc → account, sign-in → verification, webhooks, roles → notifications → users →
 *       sessions, factors, connectors, applications → provider-tokens, resources, sign-in-experience, account-center, tenants, events → operation → database → lib
 */

/** What one folder, or one file at the top of an area, may import. */
export interface Row {
  /** Folders and top files of the same area. They are entered by their `index.ts`, see {@link openDoors}. */
  readonly enters?: readonly string[];
  /** npm packages, our own among them: `zod` with all that lies below it, `type:zod` for its types alone. */
  readonly uses?: readonly string[];
  /** Modules of Node that reach out of the process; every other one is free. */
  readonly reaches?: readonly string[];
}

/** Sources whose folders may know each other. Between two areas there are only packages. */
export interface Area {
  /** Where it lies, from the root of the repository. */
  readonly folder: string;
  /** By folder or top file; `.` is the whole area. */
  readonly rows: Readonly<Record<string, Row>>;
  /** Packages that tests may use beyond those of their folder. Tests may enter every folder. */
  readonly tests: readonly string[];
}

const list = ([text]: TemplateStringsArray): string[] => text?.split(/\s+/).filter(Boolean) ?? [];

const server: Area = {
  folder: 'packages/server/src',
  rows: {
    // The process: it starts, reads its settings, puts the parts together.
    'main.ts': { enters: list`commands config.ts database lib` },
    commands: {
      enters: list`app.ts administrators.ts bootstrap.ts config.ts first-start.ts log.ts http oidc sign-in webhooks
        notifications connectors users sessions factors roles applications resources sign-in-experience account-center tenants events operation
        database lib`,
    },
    'app.ts': {
      enters: list`http account sign-in verification webhooks notifications connectors roles subject-tokens user-assets users sessions
        factors applications resources sign-in-experience account-center tenants events operation database lib`,
      uses: list`@freehold/contract`,
      reaches: list`http`,
    },
    'bootstrap.ts': {
      enters: list`config.ts first-start.ts administrators.ts users sessions applications factors sign-in-experience
        account-center tenants events operation database lib`,
    },
    'administrators.ts': {
      enters: list`verification roles users sessions factors resources sign-in-experience events operation database lib`,
    },
    'administrators.test.ts': { enters: list`administrators.ts events lib` },
    'first-start.test.ts': { enters: list`config.ts first-start.ts` },
    'first-start.ts': { enters: list`config.ts lib` },
    'log.ts': { enters: list`config.ts http`, uses: list`pino` },
    'log.test.ts': { enters: list`log.ts` },
    'config.ts': { enters: list`lib`, uses: list`zod` },

    // The edges: the only folders that know the web framework or the protocol engine.
    http: {
      enters: list`sign-in user-assets users sessions applications resources sign-in-experience account-center tenants
        events operation database lib`,
      uses: list`fastify @fastify/busboy @fastify/proxy-addr @freehold/contract @freehold/messages`,
      reaches: list`http`,
    },
    oidc: {
      enters: list`sign-in subject-tokens users sessions applications resources sign-in-experience account-center tenants
        events operation database lib`,
      uses: list`oidc-provider lru-cache @freehold/contract @freehold/messages`,
      reaches: list`http`,
    },

    // The product
    account: {
      enters: list`verification notifications connectors users provider-tokens sessions factors sign-in-experience account-center events
        operation database lib`,
      uses: list`@freehold/contract`,
    },
    'sign-in': {
      enters: list`verification notifications connectors users provider-tokens sessions factors applications
        sign-in-experience account-center tenants events operation database lib`,
      uses: list`@freehold/contract @freehold/messages`,
      reaches: list`http`,
    },
    verification: {
      enters: list`notifications connectors users factors applications sign-in-experience account-center events operation
        database lib`,
      uses: list`@freehold/contract @freehold/messages`,
    },
    // What leaves the house because of an event: to people, to subscribers.
    notifications: {
      enters: list`connectors applications users sign-in-experience tenants events operation database lib`,
      uses: list`@freehold/contract @freehold/messages`,
    },
    webhooks: {
      enters: list`users tenants events operation database lib`,
      uses: list`@freehold/contract`,
    },
    'subject-tokens': {
      enters: list`users events operation database lib`,
      uses: list`@freehold/contract`,
    },
    'user-assets': { enters: list`operation database lib`, uses: list`@freehold/contract` },
    // The only folder that knows a vendor's kit.
    connectors: {
      enters: list`provider-tokens tenants events operation database lib`,
      uses: list`@freehold/contract zod nodemailer oauth4webapi jose lru-cache`,
    },
    users: {
      enters: list`provider-tokens factors sign-in-experience account-center events operation database lib`,
      uses: list`@freehold/contract libphonenumber-js`,
    },
    applications: {
      enters: list`resources sign-in-experience account-center tenants events operation database lib`,
      uses: list`@freehold/contract`,
    },
    roles: {
      enters: list`users applications resources tenants events operation database lib`,
      uses: list`@freehold/contract`,
    },
    resources: { enters: list`tenants events operation database lib`, uses: list`@freehold/contract` },
    'provider-tokens': { enters: list`operation database lib`, uses: list`@freehold/contract` },
    sessions: { enters: list`events operation database lib` },
    factors: { enters: list`operation lib`, uses: list`@freehold/contract @node-rs/argon2 @node-rs/bcrypt` },
    'sign-in-experience': { enters: list`operation database lib`, uses: list`@freehold/contract` },
    'account-center': { enters: list`operation database lib`, uses: list`@freehold/contract` },
    tenants: { enters: list`operation database lib`, uses: list`jose lru-cache` },
    events: { enters: list`operation database lib`, uses: list`@freehold/contract` },

    // The ground: it knows nothing of the product.
    operation: { enters: list`database lib`, uses: list`@freehold/contract @freehold/messages`, reaches: list`http` },
    database: { enters: list`lib`, uses: list`pg @electric-sql/pglite`, reaches: list`net` },
    lib: { uses: list`undici ipaddr.js`, reaches: list`net dns` },

    // Never shipped.
    testing: {
      enters: list`app.ts bootstrap.ts config.ts http oidc account sign-in verification webhooks notifications connectors
        subject-tokens provider-tokens users sessions factors roles applications resources sign-in-experience account-center tenants events operation database lib`,
      uses: list`vitest pg jose fastify oidc-provider smtp-server mailparser @freehold/contract @freehold/messages`,
      reaches: list`child_process http net`,
    },
  },
  tests: list`vitest zod pg jose oidc-provider smtp-server mailparser @node-rs/argon2 @node-rs/bcrypt @freehold/contract @freehold/messages
    @freehold/client`,
};

const web: Area = {
  folder: 'packages/web',
  rows: {
    'vite.config.ts': { enters: list`build`, uses: list`vite @vitejs/plugin-react` },
    build: { uses: list`type:vite intl-messageformat` },
    'src/sign-in': {
      enters: list`src/ui`,
      uses: list`react react-dom @mantine/core @freehold/client @freehold/messages type:@freehold/contract`,
    },
    // A relying party like any other: it knows the product by its protocol and its client alone.
    'src/demo-app': {
      enters: list`src/relying-party src/ui`,
      uses: list`react react-dom @mantine/core @freehold/client @freehold/messages`,
    },
    'src/account': {
      enters: list`src/relying-party src/ui`,
      uses: list`react @mantine/core @freehold/client type:@freehold/contract`,
    },
    // The account pages as the console shows them: no sign-in, and a server in memory that goes by the contract's own rules.
    'src/account-preview': {
      enters: list`src/account src/ui`,
      uses: list`react @mantine/core @freehold/client @freehold/messages @freehold/contract`,
    },
    'src/console': {
      enters: list`src/account-preview src/relying-party src/ui`,
      uses: list`react @mantine/core @freehold/client @freehold/messages @freehold/contract`,
    },
    'src/relying-party': { enters: list`src/ui`, uses: list`react @mantine/core @freehold/client oauth4webapi` },
    'src/ui': {
      uses: list`react react-dom @mantine/core @mantine/hooks @freehold/client @freehold/messages type:@freehold/contract`,
    },
    // The reference of the API: a viewer for programmers, without our frame.
    'src/reference': { uses: list`swagger-ui-dist` },
  },
  tests: list`vitest`,
};

export const areas: readonly Area[] = [
  {
    folder: 'packages/contract/src',
    rows: { '.': { uses: list`zod` } },
    tests: list`vitest @seriousme/openapi-schema-validator`,
  },
  {
    folder: 'packages/messages/src',
    rows: { '.': { uses: list`type:@freehold/contract intl-messageformat` } },
    tests: list`vitest @freehold/contract`,
  },
  server,
  {
    folder: 'packages/client/src',
    // Types alone: an application that calls us carries no validator into its users' browsers.
    rows: {
      '.': { uses: list`type:@freehold/contract` },
      // For applications with React: the only place that knows it.
      react: {
        enters: list`.`,
        uses: list`react react-dom @mantine/core @mantine/hooks libphonenumber-js @freehold/messages type:@freehold/contract`,
      },
    },
    tests: list`vitest @freehold/contract`,
  },
  web,
  // From outside, as a person's browser or an application: nothing of ours but the address of a running server. Whoever
  // else the product speaks with is played in full: a mail server, a provider.
  {
    folder: 'e2e',
    rows: {
      '.': {
        uses: list`vitest playwright-core axe-core oauth4webapi oidc-provider smtp-server mailparser pg`,
        reaches: list`child_process net http`,
      },
    },
    tests: [],
  },
];

/** Packages that one folder alone may know in what is shipped, whatever a row says. */
export const homes: Readonly<Record<string, string>> = {
  fastify: 'http',
  'oidc-provider': 'oidc',
  pg: 'database',
  '@electric-sql/pglite': 'database',
  nodemailer: 'connectors',
};

/** Folders that never enter one another, whatever a row says. */
export const strangers: readonly (readonly [string, string])[] = [['account', 'sign-in']];

/** What may be entered by any of its files: words and single tools that hide nothing, and commands that load alone. */
export const openDoors: readonly string[] = ['operation/', 'lib/', 'database/database.ts', 'commands/'];
