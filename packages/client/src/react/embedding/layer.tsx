import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { AnnounceProvider, Said } from '../kit/index.ts';
import { PortalProvider } from '../portal.ts';
import type { Embedding } from './embedding.ts';
import { Root } from './root.tsx';

type Props = {
  readonly embedding: Embedding;
  /** Below which node the layer lies; the end of the body unless told otherwise. */
  readonly portal: HTMLElement | undefined;
  readonly children: ReactNode;
};

/**
 * The one node that we put into the page by ourselves: where dialogs stand, and where sentences are said to people who do not
 * see the page change. Dialogs cannot stand inside the part that opens them: an application's card may clip or move them.
 */
export function Layer({ embedding, portal, children }: Props) {
  const [said, setSaid] = useState({ sentence: '', turn: 0 });
  const announce = useCallback((sentence: string) => setSaid(last => ({ sentence, turn: last.turn + 1 })), []);
  const [dialogs, setDialogs] = useState<HTMLElement | null>(null);
  const place = useBody(portal);
  return (
    <AnnounceProvider value={announce}>
      <PortalProvider value={dialogs ?? undefined}>{children}</PortalProvider>
      {place === undefined
        ? null
        : createPortal(
            <Root embedding={embedding} className="fh-layer">
              <Said said={said} />
              <div ref={setDialogs} />
            </Root>,
            place,
          )}
    </AnnounceProvider>
  );
}

/** Where to put the layer: known in a browser only, after the first paint. */
function useBody(portal: HTMLElement | undefined): HTMLElement | undefined {
  const [body, setBody] = useState<HTMLElement>();
  useEffect(() => setBody(document.body), []);
  return portal ?? body;
}
