import { Button } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { plain, useAnnounce, useSecondsUntil, useWords } from '../kit/index.ts';
import type { Place } from '../navigation.tsx';
import { BackIcon } from './icons.tsx';

/** What the application is told of the task that it sent somebody to; never a value. */
export type TaskResult = 'done' | 'cancelled' | 'unavailable';

/** The application that somebody came from for one task. */
export interface WayBack {
  /** The application as people know it. */
  readonly name: string;
  /** Where it is told what came of the task. */
  readonly address: (task: Place, result: TaskResult) => string;
  /** Goes there. */
  readonly leave: (task: Place, result: TaskResult) => void;
  /** Whether it goes by itself after the task: an application may ask to leave that to the person. */
  readonly automatic: boolean;
  /** Told which address the way out has at present, for whoever leads there from around the page too. */
  readonly onAddress?: ((address: string) => void) | undefined;
}

type LinkProps = { readonly wayBack: WayBack; readonly task: Place; readonly result: TaskResult };

/** The way out, above the task. */
export function WayBackLink({ wayBack, task, result }: LinkProps) {
  const { rich } = useWords();
  const { onAddress } = wayBack;
  const address = wayBack.address(task, result);
  useEffect(() => onAddress?.(address), [onAddress, address]);
  return (
    <p className="fh-up">
      <a className="fh-up-link" href={address}>
        <BackIcon />
        <span>{rich('account.back_to_app', { app: plain(wayBack.name) })}</span>
      </a>
    </p>
  );
}

type PanelProps = {
  readonly wayBack: WayBack;
  readonly task: Place;
  /** The person is where the application sent them: nothing else is waiting for them here. */
  readonly mayLeave: boolean;
};

const patience = 4000;

/** After the task: back to the application, by itself unless the person has begun something else or wants things calm. */
export function WayBackPanel({ wayBack, task, mayLeave }: PanelProps) {
  const { rich, text } = useWords();
  const announce = useAnnounce();
  const panel = useRef<HTMLElement>(null);
  const heading = useId();
  // A profile has more than one thing to save; the one who saves the first may be about to go on with the second.
  const [waiting, setWaiting] = useState(
    () =>
      mayLeave &&
      wayBack.automatic &&
      task.startsWith('security/') &&
      !matchMedia('(prefers-reduced-motion: reduce)').matches,
  );
  const [until] = useState(() => Date.now() + patience);
  const seconds = useSecondsUntil(until);
  const app = plain(wayBack.name);

  useEffect(() => {
    if (!waiting) return;
    announce(text('account.return_in', { app, seconds: patience / 1000 }));
    const stay = (event: Event) => {
      if (!panel.current?.contains(event.target as Node)) setWaiting(false);
    };
    // Not before the task itself has put the focus on what came of it.
    const timer = setTimeout(() => {
      for (const kind of stirrings) addEventListener(kind, stay, true);
    }, 300);
    return () => {
      clearTimeout(timer);
      for (const kind of stirrings) removeEventListener(kind, stay, true);
    };
  }, [waiting, announce, text, app]);

  useEffect(() => {
    if (waiting && seconds === 0) wayBack.leave(task, 'done');
  }, [waiting, seconds, wayBack, task]);

  return (
    <section className="fh-panel fh-way-back" ref={panel} aria-labelledby={heading}>
      <p id={heading}>{waiting ? rich('account.return_in', { app, seconds }) : rich('account.return_done', { app })}</p>
      <div className="fh-actions">
        <Button component="a" href={wayBack.address(task, 'done')}>
          <span>{rich('account.back_to_app', { app })}</span>
        </Button>
        {waiting ? (
          <Button variant="default" onClick={() => setWaiting(false)}>
            {text('account.stay')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

const stirrings = ['focusin', 'keydown', 'pointerdown'] as const;
