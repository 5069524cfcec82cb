import { plain, useAnnounce } from '@freehold/client/react/kit';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { boot } from './boot.ts';

type PageProps = {
  /** The task, as the tab names it: "Sign in". */
  readonly task: string;
  /** The heading; longer than the task where it helps: "Sign in to Acme Notes". */
  readonly heading: ReactNode;
  readonly lead?: ReactNode;
  /** The field that is ready to type in when this is the first page that was opened. */
  readonly firstField?: RefObject<HTMLInputElement | null>;
  /** The page asks for that one field alone: typing can begin there too when the reader comes from another page. */
  readonly startAtField?: boolean;
  /** Makes room for another page by itself; that one is then the first. */
  readonly passing?: boolean;
  readonly children?: ReactNode;
};

let opened = false;

/** One task: title of the tab, heading, content. Opening it from another page moves focus to the heading. */
export function Page({ task, heading, lead, firstField, startAtField = false, passing = false, children }: PageProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const announce = useAnnounce();
  useEffect(() => {
    document.title = `${task} · ${plain(boot.tenantName)}`;
  }, [task]);
  useEffect(() => {
    // On the first page a screen reader reads the document from its start anyway. A field takes focus there only
    // where typing does not cover half of the screen with a keyboard.
    const field = matchMedia('(hover: hover)').matches ? firstField?.current : undefined;
    if (opened && !(startAtField && field)) title.current?.focus({ preventScroll: true });
    else field?.focus();
    // Focus that skips the heading would leave it unread.
    if (opened && startAtField && field) announce(title.current?.textContent ?? '');
    // Strict mode runs effects twice in development; the second run must not look like a second page.
    const frame = requestAnimationFrame(() => {
      opened ||= !passing;
    });
    return () => cancelAnimationFrame(frame);
  }, [firstField, startAtField, passing, announce]);
  return (
    <>
      <div className="fh-page-head">
        <h1 ref={title} tabIndex={-1}>
          {heading}
        </h1>
        {lead === undefined ? null : <p className="fh-muted">{lead}</p>}
      </div>
      {children}
    </>
  );
}
