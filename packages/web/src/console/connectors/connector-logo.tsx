/**
 * The mark of a connector. Only pictures that came with the answer: one from elsewhere would be fetched from a stranger, which
 * the policy of the page refuses.
 */
export function ConnectorLogo({ logo, name }: { readonly logo: string; readonly name: string }) {
  return (
    <span className="fh-connector-logo" aria-hidden="true">
      {logo.startsWith('data:image/') ? (
        <img src={logo} alt="" width="28" height="28" />
      ) : (
        [...name][0]?.toLocaleUpperCase()
      )}
    </span>
  );
}
