import {
  codeLength,
  digitsOf,
  Field,
  type FormProblem,
  isSignInOver,
  type Problem,
  ProblemNotice,
  problemSentence,
  StepForm,
  SubmitButton,
  sendingProblem,
  stepProblem,
  useAnnounce,
  useSecondsUntil,
  useTask,
  useWords,
} from '@freehold/client/react/kit';
import type { InteractionEvent } from '@freehold/contract';
import { Loader } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Page } from '../ui/page.tsx';
import { goTo } from '../ui/route.ts';
import { type CodeStep, pendingCode, restoreCode, sendAnother, waitLonger } from './code-step.ts';
import { endHere } from './ended.ts';
import { proveCode } from './experience.ts';
import { InboxHint } from './inbox-hint.tsx';
import { OtherWays } from './other-ways.tsx';
import { Who } from './who.tsx';

type Props = {
  readonly event: InteractionEvent;
  readonly task: string;
  /** Whether the page may say that a message was sent: where an address is somebody's secret, it must not. */
  readonly revealing?: boolean;
  /** What the step belongs to, and where it stands among others. */
  readonly lead?: ReactNode;
  /** Where another address is typed; also where one goes who has no code under way. */
  readonly changeAt: string;
  /** Goes on once the address is proven. */
  readonly onProven: (step: CodeStep) => Promise<'leaving' | undefined>;
  /** Takes a problem of `onProven`; false leaves it to the page. */
  readonly onProblem?: (problem: Problem, step: CodeStep) => boolean;
  /** The code that is on its way, where it is known: in a preview. */
  readonly step?: CodeStep;
  /** Other ways on. */
  readonly children?: (step: CodeStep) => ReactNode;
};

/** Asks for the code that is on its way; finds it again after a reload. */
export function CodePage(props: Props) {
  const { event, changeAt } = props;
  const [step, setStep] = useState(() => props.step ?? pendingCode(event));
  useEffect(() => {
    if (step !== undefined) return;
    let left = false;
    restoreCode(event).then(
      found => {
        if (left) return;
        if (found === undefined) goTo(changeAt, { replace: true });
        else setStep(found);
      },
      () => left || goTo(changeAt, { replace: true }),
    );
    return () => {
      left = true;
    };
  }, [step, event, changeAt]);
  return step === undefined ? (
    <Loader className="fh-waiting" color="var(--fh-muted)" />
  ) : (
    <EnterCode {...props} first={step} />
  );
}

/** Codes that no number of tries will make good again. */
const spentCodes: readonly string[] = [
  'verification_code.expired',
  'verification_code.exceed_max_try',
  'verification_code.not_found',
  'session.verification_session_not_found',
];

function EnterCode({
  event,
  task,
  revealing = false,
  lead,
  changeAt,
  onProven,
  onProblem,
  children,
  first,
}: Props & { readonly first: CodeStep }) {
  const words = useWords();
  const { text, locale } = words;
  const [step, setStep] = useState(first);
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<{ readonly field?: string; readonly form?: FormProblem }>({});
  const [spent, setSpent] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // A code serves once: when what follows it fails, it must not be handed in again.
  const proven = useRef<string>(undefined);
  const { busy, slow, run } = useTask();
  const announce = useAnnounce();
  const wait = useSecondsUntil(step.mayAskAt);
  const left = useSecondsUntil(step.endsAt);
  const over = spent || left === 0;
  const clock = (instant: number) =>
    new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(instant);

  useEffect(() => {
    if (left === 60) announce(text('code.minute_left'));
    if (left === 0) announce(text('code.over'));
  }, [left, announce, text]);

  function refuse(sentence: string): void {
    setProblem({ field: sentence });
    field.current?.focus();
    field.current?.select();
    announce(sentence);
  }

  function explain(found: Problem): void {
    if (isSignInOver(found)) endHere();
    else if (proven.current === step.verificationId && onProblem?.(found, step) === true) setProblem({});
    else if (found.code === 'verification_code.code_mismatch') {
      // Whoever has several messages types the code of the wrong one more often than a wrong code.
      const hint = step.sends > 1 ? `\n${text('code.newest', { sent: clock(step.sentAt) })}` : '';
      refuse(problemSentence(found, words) + hint);
    } else if (spentCodes.includes(found.code)) {
      setSpent(true);
      setProblem({ form: { sentence: text('code.over') } });
    } else {
      setProblem({ form: stepProblem(found, words, 'code.locked_until') });
    }
  }

  function hand(digits: string): void {
    if (busy) return;
    if (digits.length < codeLength) {
      refuse(text('code.missing'));
      return;
    }
    setProblem({});
    announce(text('step.checking'));
    void run(async () => {
      if (proven.current !== step.verificationId) await proveCode(step.to, step.verificationId, digits);
      proven.current = step.verificationId;
      return onProven(step);
    }, explain);
  }

  function type(typed: string): void {
    const digits = digitsOf(typed);
    setCode(digits);
    if (problem.field !== undefined) setProblem({});
    // The last digit sends the code, once; the button is there for everybody who would rather press it.
    if (digits.length === codeLength && digits !== code && !over) hand(digits);
  }

  function sendNew(): void {
    if (busy) return;
    if (wait > 0) {
      const sentence = text('code.wait', { seconds: wait });
      announce(sentence);
      if (over) setProblem({ form: { sentence } });
      return;
    }
    setProblem({});
    announce(text('code.sending'));
    void run(
      async () => {
        const next = await sendAnother(event, step.to);
        setStep(next);
        setSpent(false);
        setCode('');
        field.current?.focus();
        announce(text('code.resent', { sent: clock(next.sentAt) }));
        return undefined;
      },
      found => {
        if (isSignInOver(found)) return endHere();
        if (found.retryAfter !== undefined) setStep(waitLonger(step, found.retryAfter));
        setProblem({ form: sendingProblem(found, words) });
      },
    );
  }

  const { type: channel } = step.to;
  const times = { sent: clock(step.sentAt), until: clock(step.endsAt) };
  return (
    <Page task={task} heading={text('code.task')} lead={lead} firstField={field} startAtField>
      <StepForm problem={problem.form} onSubmit={() => (over ? sendNew() : hand(code))}>
        <p id="code-lead">{text(revealing ? `code.lead_${channel}` : `code.lead_if_${channel}`)}</p>
        <Who who={step.to} changeAt={changeAt} />
        {over && problem.form === undefined ? <ProblemNotice problem={{ sentence: text('code.over') }} /> : null}
        <Field
          ref={field}
          className="fh-code"
          name="one-time-code"
          label={text('code.label')}
          description={step.sends > 1 ? text('code.resent', times) : text('code.times', times)}
          value={code}
          onChange={change => type(change.currentTarget.value)}
          problem={problem.field}
          inputMode="numeric"
          pattern="[0-9]*"
          autoComplete="one-time-code"
          autoCorrect="off"
          spellCheck={false}
          dir="ltr"
          required
        />
        <SubmitButton busy={busy} slow={slow} busyLabel={text(over ? 'code.sending' : 'step.checking')}>
          {text(over ? 'code.resend' : 'step.continue')}
        </SubmitButton>
        {over ? null : <p className="fh-muted fh-small">{text(`code.not_there_${channel}`)}</p>}
      </StepForm>
      <OtherWays>
        {over ? null : (
          <button type="button" className="fh-link" aria-disabled={wait > 0 || undefined} onClick={sendNew}>
            {wait > 0 ? text('code.resend_in', { seconds: wait }) : text('code.resend')}
          </button>
        )}
        {children?.(step)}
      </OtherWays>
      <InboxHint to={step.to} />
    </Page>
  );
}
