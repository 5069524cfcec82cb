import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { type SentCode, waitLonger } from './code-clock.ts';
import { Field } from './fields.tsx';
import { useAnnounce } from './live-region.tsx';
import { OtherWays } from './other-ways.tsx';
import { isRecord, type Problem } from './problem.ts';
import { problemSentence } from './problem-words.ts';
import { ProblemNotice, StepForm } from './step-form.tsx';
import { sendingProblem, stepProblem } from './step-words.ts';
import { SubmitButton } from './submit-button.tsx';
import { codeLength, digitsOf } from './typed-code.ts';
import { useFieldProblem } from './use-field-problem.ts';
import { useLock } from './use-lock.ts';
import { useSecondsUntil } from './use-seconds.ts';
import { useTask } from './use-task.ts';
import { useWords, type WordKey, type Words } from './words.tsx';

type Props<Sent extends SentCode> = {
  /** The code that is on its way. */
  readonly first: Sent;
  readonly field: RefObject<HTMLInputElement | null>;
  /** What was sent, and what stays as it is until it was entered. */
  readonly lead: ReactNode;
  /** To whom, and the way back to say somebody else. */
  readonly to?: ReactNode;
  readonly submit: ReactNode;
  /** What stands below the button while the code serves. */
  readonly hint?: ReactNode;
  /** The words of a pause after too many tries. */
  readonly locked?: WordKey;
  /** Hands the code in. @throws Problem */
  readonly prove: (sent: Sent, digits: string) => Promise<unknown>;
  /** Goes on once it was right; calls `pause` where what follows says by itself that it takes long. @throws Problem */
  readonly onProven: (sent: Sent, pause: () => void) => Promise<'leaving' | undefined>;
  /** Takes a problem of either; false leaves it to the form. `proven`: the code was right, what follows it failed. */
  readonly onProblem?: (problem: Problem, sent: Sent, proven: boolean) => boolean;
  /** Has another one sent. @throws Problem */
  readonly sendAnother: (sent: Sent) => Promise<Sent>;
  /** The server wants a longer pause: for whoever keeps the clock over a reload. */
  readonly onPause?: (sent: Sent) => void;
  /** What the browser has read out of the message: it goes the way of what is typed. */
  readonly received?: string | undefined;
  /** Other ways on. */
  readonly children?: (sent: Sent) => ReactNode;
};

/** Codes that no number of tries will make good again. */
const spentCodes: readonly string[] = [
  'verification_code.expired',
  'verification_code.exceed_max_try',
  'verification_code.not_found',
  'verification_record.not_found',
  'session.verification_session_not_found',
];

/** Asks for the code that was sent: sends it with its last digit, once; has another one sent; says what became of either. */
export function CodeForm<Sent extends SentCode>({
  first,
  field,
  lead,
  to,
  submit,
  hint,
  locked: lockedWords = 'code.locked_until',
  prove,
  onProven,
  onProblem,
  sendAnother,
  onPause,
  received,
  children,
}: Props<Sent>) {
  const words = useWords();
  const { text, locale } = words;
  const [sent, setSent] = useState(first);
  const [code, setCode] = useState('');
  // What a Chinese or Japanese keyboard is still composing: whoever writes into it breaks it.
  const [composing, setComposing] = useState<string>();
  const { problem, refuse, say } = useFieldProblem(field, { select: true });
  const [spent, setSpent] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // A code serves once: when what follows it fails, it must not be handed in again.
  const proven = useRef<number>(undefined);
  const { busy, slow, run, pause } = useTask();
  const announce = useAnnounce();
  const { locked, lock } = useLock();
  const wait = useSecondsUntil(sent.mayAskAt);
  const { endsAt } = sent;
  const left = useSecondsUntil(endsAt);
  // Of which code it was said that its last minute has begun.
  const toldOf = useRef<number>(undefined);
  const over = spent || left === 0;
  const clock = (instant: number) =>
    new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(instant);

  useEffect(() => {
    if (left === 0) announce(text('code.over'));
    // A page in the background counts in leaps.
    else if (left <= 60 && toldOf.current !== endsAt) {
      toldOf.current = endsAt;
      announce(text('code.minute_left', { seconds: left }));
    }
  }, [left, endsAt, announce, text]);

  function explain(found: Problem): void {
    if (onProblem?.(found, sent, proven.current === sent.sentAt) === true) say();
    else if (found.code === 'verification_code.code_mismatch') {
      // Whoever has several messages types the code of the wrong one more often than a wrong code.
      const newest = sent.sends > 1 ? `\n${text('code.newest', { sent: clock(sent.sentAt) })}` : '';
      refuse(mismatchSentence(found, words) + newest);
    } else if (spentCodes.includes(found.code)) {
      setSpent(true);
      say({ sentence: text('code.over') });
      button.current?.focus();
    } else {
      lock(found);
      say(stepProblem(found, words, lockedWords));
    }
  }

  function hand(digits: string): void {
    if (busy || locked) return;
    if (digits.length < codeLength) {
      refuse(text('code.missing'));
      return;
    }
    say();
    announce(text('step.checking'));
    void run(async () => {
      if (proven.current !== sent.sentAt) await prove(sent, digits);
      proven.current = sent.sentAt;
      return onProven(sent, pause);
    }, explain);
  }

  function type(typed: string): void {
    const digits = digitsOf(typed);
    setComposing(undefined);
    setCode(digits);
    if (problem.field !== undefined) say();
    // The last digit sends the code, once; the button is there for everybody who would rather press it.
    if (digits.length === codeLength && digits !== code && !over) hand(digits);
  }

  const latestType = useRef(type);
  latestType.current = type;
  useEffect(() => {
    if (received !== undefined) latestType.current(received);
  }, [received]);

  function sendNew(): void {
    if (busy) return;
    if (wait > 0) {
      const sentence = text('code.wait', { seconds: wait });
      announce(sentence);
      if (over) say({ sentence });
      return;
    }
    say();
    announce(text('code.sending'));
    void run(
      async () => {
        const next = await sendAnother(sent);
        setSent(next);
        setSpent(false);
        setCode('');
        field.current?.focus();
        announce(text('code.resent', { sent: clock(next.sentAt) }));
        return undefined;
      },
      found => {
        if (onProblem?.(found, sent, false) === true) return;
        if (found.retryAfter !== undefined) {
          const later = waitLonger(sent, found.retryAfter);
          setSent(later);
          onPause?.(later);
        }
        say(sendingProblem(found, words));
      },
    );
  }

  const times = { sent: clock(sent.sentAt), until: clock(sent.endsAt) };
  return (
    <>
      <StepForm problem={problem.form} onSubmit={() => (over ? sendNew() : hand(code))}>
        <p>{lead}</p>
        {to}
        {over && problem.form === undefined ? <ProblemNotice problem={{ sentence: text('code.over') }} /> : null}
        <Field
          ref={field}
          className="fh-code"
          name="one-time-code"
          label={text('code.label')}
          description={sent.sends > 1 ? text('code.resent', times) : text('code.times', times)}
          value={composing ?? code}
          onChange={({ currentTarget: { value }, nativeEvent }) => {
            if (nativeEvent instanceof InputEvent && nativeEvent.isComposing) setComposing(value);
            else type(value);
          }}
          onCompositionEnd={event => type(event.currentTarget.value)}
          problem={problem.field}
          inputMode="numeric"
          pattern="[0-9]*"
          autoComplete="one-time-code"
          autoCorrect="off"
          spellCheck={false}
          dir="ltr"
          // Not disabled: that would drop the keyboard focus in the middle of typing.
          readOnly={locked}
          aria-disabled={locked || undefined}
          required
        />
        <SubmitButton ref={button} busy={busy} slow={slow} busyLabel={text(over ? 'code.sending' : 'step.checking')}>
          {over ? text('code.resend') : submit}
        </SubmitButton>
        {over || hint === undefined ? null : <p className="fh-muted fh-small">{hint}</p>}
      </StepForm>
      <OtherWays>
        {over ? null : (
          <button type="button" className="fh-link" aria-disabled={wait > 0 || undefined} onClick={sendNew}>
            {wait > 0 ? text('code.resend_in', { seconds: wait }) : text('code.resend')}
          </button>
        )}
        {children?.(sent)}
      </OtherWays>
    </>
  );
}

/** What is wrong with a code, with the number of tries that are left where the server says it. */
function mismatchSentence(found: Problem, words: Words): string {
  const tries = isRecord(found.data) ? found.data['triesLeft'] : undefined;
  return typeof tries === 'number' ? words.text('code.tries_left', { tries }) : problemSentence(found, words);
}
