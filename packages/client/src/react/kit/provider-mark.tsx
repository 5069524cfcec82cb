/** How a provider is shown. */
export interface ShownProvider {
  readonly name: string;
  readonly logo?: string | undefined;
  readonly logoDark?: string | undefined;
}

/**
 * The mark of a provider in its own colours. Only pictures that came with the page: one from elsewhere would tell its host
 * who is about to sign in, or looks at their account.
 */
export function ProviderMark({ of: { name, logo, logoDark } }: { readonly of: ShownProvider }) {
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
