import { errors, type KoaContextWithOIDC } from './engine.ts';
import { type Form, readForm } from './read-request.ts';

/** Where applications lead browsers, by link or by form. */
const browserEndpoints = /^\/(?:auth|session\/end)\/?$/;

/** Longer addresses than this do not fit into the head of a request everywhere. */
const MAX_ADDRESS = 8 * 1024;

/**
 * Turns a form that a browser has sent to the authorization or the sign-out endpoint into the same request by GET,
 * which both must take (OpenID Connect Core, section 3.1.2.1; RP-Initiated Logout, section 2).
 *
 * The engine could take the form itself, but only with cookies that are sent along from other sites' forms as well
 * (`SameSite=None`); the GET that follows here brings the `Lax` ones.
 *
 * @returns whether the request has been answered
 * @throws InvalidRequest for a body that is no form, or too long for an address
 */
export async function redirectedToGet(ctx: KoaContextWithOIDC, issuer: string): Promise<boolean> {
  if (ctx.method !== 'POST' || !browserEndpoints.test(ctx.path)) return false;
  const form = await readForm(ctx);
  if (!form) throw new errors.InvalidRequest('the body must be a form');
  const address = `${issuer}${ctx.path}?${query(form)}`;
  if (address.length > MAX_ADDRESS) throw new errors.InvalidRequest('the request is too long');
  ctx.status = 303;
  ctx.set('cache-control', 'no-store');
  ctx.set('location', address);
  return true;
}

const query = (form: Form): URLSearchParams => {
  const all = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) all.append(name, one);
  return all;
};
