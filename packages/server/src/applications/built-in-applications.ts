/** The page that the development mode offers to try a sign-in. */
export const DEMO_APP = 'demo-app';
/** The product's own pages for managing an account. */
export const ACCOUNT_CENTER = 'account-center';
/** The product's own pages for administrators. */
export const CONSOLE = 'console';

/** What people read of the applications that are the product's own and have no row, by id. */
export const builtInNames: ReadonlyMap<string, string> = new Map([
  [DEMO_APP, 'Live Preview'],
  [ACCOUNT_CENTER, 'Account Center'],
  [CONSOLE, 'Console'],
]);

/** Whether somebody who uses the application deals with the tenant itself: it is none that people know by a name. */
export const isTenantsOwn = (applicationId: string): boolean =>
  applicationId === ACCOUNT_CENTER || applicationId === CONSOLE;
