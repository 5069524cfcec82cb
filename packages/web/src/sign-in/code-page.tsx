import { CodeForm, isSignInOver, type Problem, useWords } from '@freehold/client/react/kit';
import type { InteractionEvent } from '@freehold/contract';
import { Loader } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { InboxHint } from '../ui/inbox-hint.tsx';
import { Page } from '../ui/page.tsx';
import { goTo } from '../ui/route.ts';
import { type CodeStep, keepCode, pendingCode, restoreCode, sendAnother } from './code-step.ts';
import { endHere } from './ended.ts';
import { proveCode } from './experience.ts';
import { useMessageCode } from './use-message-code.ts';
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

function EnterCode({
  event,
  task,
  revealing = false,
  lead,
  changeAt,
  onProven,
  onProblem,
  step: shown,
  children,
  first,
}: Props & { readonly first: CodeStep }) {
  const { text } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const { to } = first;
  const [sentAt, setSentAt] = useState(first.sentAt);
  // In a preview no message comes.
  const received = useMessageCode(field, to.type === 'phone' && shown === undefined ? sentAt : undefined);

  function take(problem: Problem, step: CodeStep, proven: boolean): boolean {
    if (isSignInOver(problem)) {
      endHere();
      return true;
    }
    return proven && onProblem?.(problem, step) === true;
  }

  return (
    <Page task={task} heading={text('code.task')} lead={lead} firstField={field} startAtField>
      <CodeForm
        first={first}
        field={field}
        lead={text(revealing ? `code.lead_${to.type}` : `code.lead_if_${to.type}`)}
        to={<Who who={to} changeAt={changeAt} />}
        submit={text('step.continue')}
        hint={text(`code.not_there_${to.type}`)}
        prove={(step, digits) => proveCode(step.to, step.verificationId, digits)}
        onProven={onProven}
        onProblem={take}
        sendAnother={async () => {
          const next = await sendAnother(event, to);
          setSentAt(next.sentAt);
          return next;
        }}
        received={received}
        onPause={keepCode}
      >
        {step => children?.(step)}
      </CodeForm>
      <InboxHint to={to} />
    </Page>
  );
}
