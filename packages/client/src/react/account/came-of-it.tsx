import { type ReactNode, useEffect, useRef } from 'react';
import { Notice, type NoticeTone } from '../kit/index.ts';

/** What came of a task, in place of what is gone: takes the focus that would be lost with it, and is read out by that. */
export function CameOfIt({ tone, children }: { readonly tone: Exclude<NoticeTone, 'error'>; children: ReactNode }) {
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    shown.current?.focus();
  }, []);
  return (
    <div ref={shown} className="fh-came-of-it" tabIndex={-1}>
      <Notice tone={tone}>{children}</Notice>
    </div>
  );
}
