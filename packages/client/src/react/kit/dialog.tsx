import { type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { LiveRegion } from './live-region.tsx';

type Props = {
  readonly title: ReactNode;
  /** What it is for; read out with the title. */
  readonly lead: ReactNode;
  /** Where it is mounted: below a node that has our style. */
  readonly portal?: HTMLElement | undefined;
  /** Whether Back closes it: it then has an entry of its own in the history, which is ours where the whole page is. */
  readonly inHistory?: boolean;
  /** The heading, for whoever moves focus inside. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

const mark = 'freehold:dialog';

/**
 * A dialog that everything else waits for; a sheet as high as the screen on a phone.
 *
 * The browser's own: it makes the page behind inert, keeps focus, closes on Esc and stands above everything, and it writes no
 * style element, which our content security policy would refuse. Because the page behind is inert, so is its live region: the
 * dialog has one of its own while it is open.
 */
export function Dialog({ title, lead, portal, inHistory = false, heading, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const close = useRef(onClose);
  close.current = onClose;

  useLayoutEffect(() => {
    const opener = document.activeElement;
    const shown = dialog.current;
    shown?.showModal();
    heading.current?.focus();
    return () => {
      shown?.close();
      // Whatever the browser makes of it: the press that led here is where one goes on.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [heading]);

  useEffect(() => {
    if (!inHistory) return;
    // A reload keeps the entry.
    if (history.state?.[mark] !== true) history.pushState({ ...history.state, [mark]: true }, '');
    const leave = () => close.current();
    addEventListener('popstate', leave);
    return () => {
      removeEventListener('popstate', leave);
      if (history.state?.[mark] === true) history.back();
    };
  }, [inHistory]);

  return createPortal(
    <dialog
      ref={dialog}
      className="fh-dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-lead`}
      // Esc pressed twice closes it without asking; React would not know.
      onClose={() => {
        if (dialog.current?.open === false) close.current();
      }}
      onCancel={event => {
        event.preventDefault();
        close.current();
      }}
    >
      <LiveRegion>
        <div className="fh-dialog-body">
          <h2 ref={heading} className="fh-heading" id={`${id}-title`} tabIndex={-1}>
            {title}
          </h2>
          <p id={`${id}-lead`}>{lead}</p>
          {children}
        </div>
      </LiveRegion>
    </dialog>,
    portal ?? document.body,
  );
}
