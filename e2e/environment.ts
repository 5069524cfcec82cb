/** What the browser checks are told about the server under test; each failure says which variable is missing. */

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`The browser checks need ${name} in the environment.`);
  return value;
}

/** Address of the running server, without a trailing slash: its configured endpoint, so that redirects come back. */
export const baseUrl = required('E2E_BASE_URL').replace(/\/+$/, '');

/** Credentials of the machine-to-machine application that may use the Management API. */
export const management = {
  id: required('MANAGEMENT_APP_ID'),
  secret: required('MANAGEMENT_APP_SECRET'),
};

/** The browser to drive; Debian's place for it unless told otherwise. */
export const chromiumPath = process.env['E2E_CHROMIUM'] ?? '/usr/bin/chromium';
