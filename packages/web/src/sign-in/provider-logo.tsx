import type { PageProvider } from '@freehold/contract';

/**
 * The mark of a provider in its own colours. Only pictures that came with the page: one from elsewhere would tell its host
 * who is about to sign in, and the content security policy refuses it.
 */
export function ProviderLogo({ provider: { name, logo, logoDark } }: { readonly provider: PageProvider }) {
  const dark = logoDark !== undefined && isInline(logoDark) ? logoDark : undefined;
  if (!isInline(logo)) {
    return (
      <span className="fh-logo fh-logo-letter" aria-hidden="true">
        {[...(name['en'] ?? '')][0]?.toLocaleUpperCase()}
      </span>
    );
  }
  return (
    <span className={dark === undefined ? 'fh-logo' : 'fh-logo fh-logo-both'} aria-hidden="true">
      <img src={logo} alt="" width="20" height="20" />
      {dark === undefined ? null : <img src={dark} alt="" width="20" height="20" />}
    </span>
  );
}

const isInline = (address: string): boolean => address.startsWith('data:image/');
