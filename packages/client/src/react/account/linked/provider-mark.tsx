import type { ProviderRow } from './providers.ts';

/**
 * The mark of a provider in its own colours. Only pictures that came with the answer: one from elsewhere would tell its host
 * who looks at their account.
 */
export function ProviderMark({ row: { name, logo, logoDark } }: { readonly row: ProviderRow }) {
  const [light, dark] = [inline(logo), inline(logoDark)];
  if (light === undefined) {
    return (
      <span className="fh-provider-mark fh-provider-letter" aria-hidden="true">
        {[...name][0]?.toLocaleUpperCase()}
      </span>
    );
  }
  return (
    <span className={dark === undefined ? 'fh-provider-mark' : 'fh-provider-mark fh-provider-both'} aria-hidden="true">
      <img src={light} alt="" width="24" height="24" />
      {dark === undefined ? null : <img src={dark} alt="" width="24" height="24" />}
    </span>
  );
}

const inline = (address: string | undefined): string | undefined =>
  address?.startsWith('data:image/') ? address : undefined;
