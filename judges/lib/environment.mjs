/** Which server is judged, and as whom its operator speaks. `run.mjs` sets these; they can point to any server. */
import process from 'node:process';

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the judges with "node judges/run.mjs"`);
  return value;
}

/** Public base URL of the server, without a trailing slash. */
export const endpoint = required('JUDGE_BASE_URL').replace(/\/$/, '');

/** The machine-to-machine application that may call the Management API. */
export const management = { id: required('MANAGEMENT_APP_ID'), secret: required('MANAGEMENT_APP_SECRET') };

/** The indicator of the Management API: an identifier, not an address to call. */
export const managementApi = 'https://default.logto.app/api';
