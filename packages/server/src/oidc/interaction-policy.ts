import { interactionPolicy, type KoaContextWithOIDC } from './engine.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Where people begin who are sent to no provider directly. */
function firstPage(params: Readonly<Record<string, unknown>>): string {
  const screen = text(params['first_screen']);
  if (screen === 'reset_password') return '/forgot-password';
  const registers =
    screen === 'register' || screen === 'identifier:register' || params['interaction_mode'] === 'signUp';
  return registers ? '/register' : '/sign-in';
}

/** `/direct/<method>/<target>` for `direct_sign_in=<method>:<target>`. */
function directPath(params: Readonly<Record<string, unknown>>): string | undefined {
  const [, method, target] = /^(social|sso):([\w.-]+)$/.exec(text(params['direct_sign_in']) ?? '') ?? [];
  return method && target ? `/direct/${method}/${target}` : undefined;
}

/**
 * The page on which a request that cannot go on by itself continues: relative to the host, so that a
 * client that follows it by hand recognizes it.
 */
export function interactionUrl(basePath: string, prompt: string, params: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams({ app_id: text(params['client_id']) ?? '' });
  // So that the pages of a sign-in look like the application before them.
  const scheme = text(params['color_scheme']);
  if (scheme !== undefined) query.set('color_scheme', scheme);
  if (prompt === 'consent') return `${basePath}/consent?${query}`;
  for (const hint of ['first_screen', 'identifier', 'login_hint', 'ui_locales']) {
    const value = text(params[hint]);
    if (value !== undefined) query.set(hint, value);
  }
  return `${basePath}${directPath(params) ?? firstPage(params)}?${query}`;
}

/** The engine's own checks, and one that it lacks: a session whose user is gone or suspended signs nobody in. */
export function createInteractionPolicy() {
  const policy = interactionPolicy.base();
  const accountGone = new interactionPolicy.Check(
    'account_gone',
    'the account of the session cannot be used any more',
    'login_required',
    (ctx: KoaContextWithOIDC) => ctx.oidc.session?.accountId !== undefined && ctx.oidc.account === undefined,
  );
  policy.get('login')?.checks.add(accountGone);
  return policy;
}
