import { plain } from '@freehold/client/react/kit';

/** A value that somebody else wrote: isolated, without what could turn the text around it, in two lines at most. */
export function Value({ text, ltr = false }: { readonly text: string; readonly ltr?: boolean }) {
  const shown = plain(text, 500);
  return (
    <bdi className="fh-value" title={shown} {...(ltr && { dir: 'ltr' })}>
      {shown}
    </bdi>
  );
}
