import { type ReactNode, useEffect, useRef } from 'react';
import { boot } from './boot.ts';
import { plain } from './plain.ts';

type PageProps = {
  /** The task, as the tab names it: "Sign in". */
  readonly task: string;
  /** The heading; longer than the task where it helps: "Sign in to Acme Notes". */
  readonly heading: ReactNode;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
};

let opened = false;

/** One task: title of the tab, heading, content. Opening it from another page moves focus to the heading. */
export function Page({ task, heading, lead, children }: PageProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${task} · ${plain(boot.tenantName)}`;
  }, [task]);
  useEffect(() => {
    // Not on the first page: there the browser reads the document from its start.
    if (opened) title.current?.focus();
    // Strict mode runs effects twice in development; the second run must not look like a second page.
    const frame = requestAnimationFrame(() => {
      opened = true;
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <>
      <div className="page-head">
        <h1 ref={title} tabIndex={-1}>
          {heading}
        </h1>
        {lead === undefined ? null : <p className="muted">{lead}</p>}
      </div>
      {children}
    </>
  );
}
