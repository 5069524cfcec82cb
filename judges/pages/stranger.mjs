/** A page of an origin that no application of the server is registered with. Served by `lib/site.mjs`. */
import { request } from './request.mjs';

window.application = {
  request,
  /** What a page may send anywhere without a preflight: a form. */
  form: async (url, fields) => {
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
    return { status: response.status, body: await response.json() };
  },
};
