import {
  ask,
  Field,
  isRecord,
  Notice,
  type Problem,
  ProblemNotice,
  problemSentence,
  readIdentifier,
  SubmitButton,
  useAnnounce,
  useTask,
  useWords,
} from '@freehold/client/react/kit';
import type { Connector, ConnectorFactory, ConnectorFailure } from '@freehold/contract';
import { type FormEvent, useRef, useState } from 'react';
import { management } from '../management-client.ts';
import { Panel } from '../parts/panel.tsx';
import { issuesOf } from './config-issues.ts';
import { type FormProblems, noProblems, refusedProblems } from './form-problems.ts';

type Props = {
  readonly factory: ConnectorFactory;
  readonly known: ReadonlySet<string>;
  /** What stands in the form now, saved or not; undefined when the form says what is missing. */
  readonly readConfig: () => Connector['config'] | undefined;
  readonly onRefused: (problems: FormProblems) => void;
};

type Result =
  | { readonly is: 'sent'; readonly to: string; readonly at: Date; readonly milliseconds: number }
  | { readonly is: 'failed'; readonly sentence: string; readonly requestId: string | undefined };

const failures: readonly ConnectorFailure[] = [
  'credentials',
  'unreachable',
  'encryption',
  'timeout',
  'sender',
  'recipient',
  'refused',
];

/** Sends a real message to an address of the administrator's, with what stands in the form. */
export function TestMessage({ factory, known, readConfig, onRefused }: Props) {
  const words = useWords();
  const { text, rich, locale } = words;
  const channel = factory.type === 'Email' ? 'email' : 'phone';
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [result, setResult] = useState<Result>();
  const field = useRef<HTMLInputElement>(null);
  const { busy, slow, run } = useTask();
  const announce = useAnnounce();

  function failed(problem: Problem): void {
    if (issuesOf(problem).some(({ path: [part] }) => part !== channel)) {
      onRefused(refusedProblems(problem, known, words));
      return;
    }
    const reason = isRecord(problem.data) ? failures.find(one => one === Object(problem.data).reason) : undefined;
    const sentence = reason === undefined ? problemSentence(problem, words) : text(`connectors.failed_${reason}`);
    setResult({ is: 'failed', sentence, requestId: problem.requestId });
  }

  function send(event: FormEvent): void {
    event.preventDefault();
    if (busy) return;
    setResult(undefined);
    const who = readIdentifier(typed, [channel]);
    if ('problem' in who) {
      const sentence = text(who.problem === 'identifier.missing' ? `connectors.test_missing_${channel}` : who.problem);
      setWrong(sentence);
      announce(sentence);
      field.current?.focus();
      return;
    }
    setWrong(undefined);
    const config = readConfig();
    if (config === undefined) return;
    onRefused(noProblems);
    announce(text('connectors.test_busy'));
    const begin = performance.now();
    const to = who.value;
    void run(async () => {
      await ask(
        management.testConnector({ params: { factoryId: factory.id }, body: { [channel]: to, config, locale } }),
      );
      setResult({ is: 'sent', to: typed.trim(), at: new Date(), milliseconds: performance.now() - begin });
      announce(text('connectors.test_sent_short'));
      return undefined;
    }, failed);
  }

  return (
    <Panel heading={text('connectors.test')} lead={text('connectors.test_lead')}>
      <form className="fh-form" noValidate onSubmit={send}>
        <Field
          ref={field}
          label={text(`connectors.test_to_${channel}`)}
          description={channel === 'phone' ? text('identifier.phone_hint') : undefined}
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
          problem={wrong}
          type={channel === 'email' ? 'email' : 'tel'}
          autoComplete={channel === 'email' ? 'email' : 'tel'}
          dir="ltr"
        />
        <SubmitButton busy={busy} slow={slow} busyLabel={text('connectors.test_busy')}>
          {text('connectors.test_send')}
        </SubmitButton>
      </form>
      {result?.is === 'failed' ? <ProblemNotice problem={result} /> : null}
      {result?.is === 'sent' ? (
        <Notice tone="ok">
          <p>
            {rich('connectors.test_sent', {
              address: <bdi dir="ltr">{result.to}</bdi>,
              time: new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(result.at),
              seconds: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(result.milliseconds / 1000),
            })}
          </p>
          {factory.id.startsWith('mock-') ? (
            <p>
              <a className="fh-link" href="/dev/inbox" target="_blank" rel="noopener">
                {text('connectors.open_inbox')}
              </a>
            </p>
          ) : (
            <p>{text(`connectors.test_look_${channel}`)}</p>
          )}
        </Notice>
      ) : null}
    </Panel>
  );
}
