import { Button, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAccount } from '../account-scope.tsx';
import type { AccountView } from '../account-store.ts';
import { fieldState, type ShownField } from '../fields.ts';
import { Task } from '../frame.tsx';
import { ProblemNotice, plain, problemSentence, useWords } from '../kit/index.ts';
import { PlaceLink } from '../navigation.tsx';

type Props = {
  readonly field: ShownField;
  readonly task: string;
  readonly heading: string;
  /** The value where it may be seen and not be changed. */
  readonly value: (view: AccountView) => ReactNode;
  readonly children: (view: AccountView) => ReactNode;
};

/** A task for whoever may change the field; what everybody else gets instead. */
export function FieldGate({ field, task, heading, value, children }: Props) {
  const words = useWords();
  const { text } = words;
  const { state, reload } = useAccount();
  if (state.at === 'loading') {
    return (
      <Task task={task} heading={heading}>
        <Loader className="fh-waiting" color="var(--fh-muted)" />
      </Task>
    );
  }
  if (state.at === 'failed') {
    const { problem } = state;
    return (
      <Task task={task} heading={heading}>
        <ProblemNotice problem={{ sentence: problemSentence(problem, words), requestId: problem.requestId }} />
        <div>
          <Button variant="default" onClick={() => void reload()}>
            {text('field.try_again')}
          </Button>
        </div>
      </Task>
    );
  }
  const { view } = state;
  const may = fieldState(view, field);
  if (may === 'edit') return children(view);
  return (
    <Task task={task} heading={heading}>
      {may === 'off' ? (
        <p>{text('field.off')}</p>
      ) : (
        <>
          <p className="fh-current">{value(view)}</p>
          <ReadOnlyNote view={view} />
        </>
      )}
      <p>
        <PlaceLink to="">{text('field.back')}</PlaceLink>
      </p>
    </Task>
  );
}

function ReadOnlyNote({ view }: { readonly view: AccountView }) {
  const { text, rich } = useWords();
  const help = plain(view.experience.supportEmail ?? '', 256);
  if (help === '') return <p className="fh-muted">{text('field.read_only')}</p>;
  const link = (
    <a className="fh-link" href={`mailto:${help}`}>
      <bdi dir="ltr">{help}</bdi>
    </a>
  );
  return <p className="fh-muted">{rich('field.read_only_ask', { help: link })}</p>;
}
