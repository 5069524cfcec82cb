import { type HookConfig, hiddenHeaderValue } from '@freehold/contract';
import { Problem } from '../operation/index.ts';

const speaksOfCredential = (name: string): boolean =>
  /auth|cookie|token|key|secret|pass|credential|signature|session/i.test(name);

/** A config as answers show it: without the values of headers that carry a credential. */
export const hideSecrets = ({ url, headers }: HookConfig): HookConfig => ({
  url,
  ...(headers && {
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, speaksOfCredential(name) ? hiddenHeaderValue : value]),
    ),
  }),
});

/**
 * A config as it was sent, with the stored values in the place of hidden ones. Only for the origin that they were stored
 * for: whoever may change a webhook could otherwise have credentials sent to a server of their own.
 * @throws Problem 400 `request.invalid_input` for a hidden value that nothing is kept for
 */
export function restoreSecrets(sent: HookConfig, stored: HookConfig | undefined): HookConfig {
  const isSameOrigin = stored !== undefined && new URL(stored.url).origin === new URL(sent.url).origin;
  const kept = new Map(
    Object.entries((isSameOrigin ? stored.headers : undefined) ?? {}).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]),
  );
  const restore = (name: string, value: string): string => {
    if (value !== hiddenHeaderValue) return value;
    const known = kept.get(name.toLowerCase());
    if (known === undefined) throw new Problem('request.invalid_input', { data: { hiddenHeader: name } });
    return known;
  };
  return {
    url: sent.url,
    ...(sent.headers && {
      headers: Object.fromEntries(Object.entries(sent.headers).map(([name, value]) => [name, restore(name, value)])),
    }),
  };
}
