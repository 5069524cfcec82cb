import type { Account } from '@freehold/contract';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useAccount, useAccountView } from '../../account-scope.tsx';
import { type FormProblem, type Problem, stepProblem, useAnnounce, useWords } from '../../kit/index.ts';
import { type Change, type UseChange, useChange } from '../../use-change.ts';
import { changesOf, conflictsOf, type Draft, keepDraft, readDraft } from './draft.ts';

type Values = Readonly<Record<string, string>>;

/** What a card of the profile reads and how it is saved. */
export interface CardAbout {
  /** Names the draft. */
  readonly form: string;
  /** What the account has, by field; an unset field is empty. */
  readonly read: (account: Account) => Values;
  /** What is wrong with what was typed, by field. */
  readonly check: (values: Values) => Readonly<Record<string, string>>;
  /** Sends what differs; `values` is everything as the form shows it. */
  readonly send: (
    changes: Readonly<Record<string, string | null>>,
    values: Values,
    ifMatch: string | undefined,
  ) => ReturnType<Change['send']>;
  /** The field that a refusal is about, if it is about one. */
  readonly fieldOf?: (problem: Problem) => string | undefined;
}

export interface CardForm extends Pick<UseChange, 'busy' | 'slow' | 'phase'> {
  readonly ref: RefObject<HTMLFormElement | null>;
  readonly value: (field: string) => string;
  readonly type: (field: string, value: string) => void;
  readonly isDirty: boolean;
  /** Came through, and nothing was typed since. */
  readonly isSaved: boolean;
  readonly isLost: boolean;
  readonly problem: FormProblem | undefined;
  readonly problems: Readonly<Record<string, string>>;
  /** Fields that were changed somewhere else meanwhile, with what stands there now. */
  readonly conflicts: readonly { readonly field: string; readonly now: string }[];
  readonly keepMine: () => void;
  readonly keepTheirs: () => void;
  readonly submit: () => void;
  readonly cancel: () => void;
}

/**
 * One card of fields that are saved together: keeps what is typed through reloads and sign-ins, saves what differs, and asks
 * when somebody else changed the same.
 */
export function useCardForm({ form, read, check, send, fieldOf }: CardAbout): CardForm {
  const words = useWords();
  const { text } = words;
  const { account } = useAccountView();
  const { refresh } = useAccount();
  const announce = useAnnounce();
  const change = useChange();
  const ref = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>(() => readDraft(account.id, form));
  const [problem, setProblem] = useState<FormProblem>();
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [inConflict, setInConflict] = useState(false);
  // Where the focus goes once the page shows what came of the save.
  const [next, setNext] = useState<'problem' | 'notice' | 'first'>();

  const saved = read(account);
  const values = { ...saved, ...Object.fromEntries(Object.entries(draft).map(([field, { typed }]) => [field, typed])) };
  const isDirty = Object.keys(changesOf(draft, saved)).length > 0;
  const conflicts = inConflict ? conflictsOf(draft, saved).map(field => ({ field, now: saved[field] ?? '' })) : [];

  function hold(next: Draft): void {
    setDraft(next);
    keepDraft(account.id, form, next);
  }

  const { busy } = change;
  useEffect(() => {
    // While it is being saved the page leaves on our own account alone, to have the person sign in again.
    if (!isDirty || busy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isDirty, busy]);

  useEffect(() => {
    if (next === undefined) return;
    const marks = {
      problem: '[aria-invalid="true"], .fh-form-problem',
      notice: '.fh-form-notice',
      first: 'input, select',
    };
    ref.current?.querySelector<HTMLElement>(marks[next])?.focus();
    setNext(undefined);
  }, [next]);

  function refuse(found: Readonly<Record<string, string>>): void {
    setProblems(found);
    const sentences = Object.values(found);
    if (sentences.length > 1) setProblem({ sentence: text('profile.look_again', { count: sentences.length }) });
    announce(sentences.join(' '));
    setNext('problem');
  }

  async function save(held: Draft, current: Account, again = false): Promise<void> {
    const now = read(current);
    if (conflictsOf(held, now).length > 0) {
      setInConflict(true);
      announce(text('profile.conflict'));
      return;
    }
    const changes = changesOf(held, now);
    const all = {
      ...now,
      ...Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, value ?? ''])),
    };
    let changedMeanwhile = false;
    const outcome = await change.run(
      {
        send: (_proof, ifMatch) => send(changes, all, ifMatch),
        arrived: after =>
          Object.entries(changes).every(([field, value]) => (read(after)[field] ?? '') === (value ?? '')),
      },
      found => {
        const field = fieldOf?.(found);
        if (found.status === 412 && !again) changedMeanwhile = true;
        else if (field !== undefined) refuse({ [field]: stepProblem(found, words).sentence });
        else setProblem(stepProblem(found, words));
      },
    );
    if (changedMeanwhile) {
      const after = await refresh().catch(() => undefined);
      if (after === undefined) {
        setProblem({ sentence: text('profile.conflict') });
        return;
      }
      // The new version reaches the next request with the next paint.
      await new Promise(resolve => setTimeout(resolve));
      await save(held, after, true);
      return;
    }
    if (outcome !== 'done') return;
    hold({});
    // The pressed button goes with the save; whoever pressed Enter in a field stays there.
    if (ref.current?.contains(document.activeElement) && document.activeElement?.tagName === 'BUTTON')
      setNext('notice');
    else announce(text('profile.saved'));
  }

  function submit(held = draft): void {
    if (busy) return;
    setProblem(undefined);
    setProblems({});
    setInConflict(false);
    const found = check({
      ...saved,
      ...Object.fromEntries(Object.entries(held).map(([field, { typed }]) => [field, typed.trim()])),
    });
    if (Object.keys(found).length > 0) refuse(found);
    else void save(held, account);
  }

  return {
    ...change,
    ref,
    isDirty,
    isSaved: change.outcome === 'done' && !isDirty,
    isLost: change.outcome === 'lost',
    problem,
    problems,
    conflicts,
    value: field => values[field] ?? '',
    type(field, typed) {
      change.reset();
      const before = draft[field]?.before ?? saved[field] ?? '';
      const { [field]: _gone, ...others } = draft;
      hold(typed === before && before === (saved[field] ?? '') ? others : { ...draft, [field]: { typed, before } });
      if (problems[field] !== undefined) {
        const { [field]: _mended, ...rest } = problems;
        setProblems(rest);
      }
    },
    keepMine() {
      const mine = Object.fromEntries(
        Object.entries(draft).map(([field, { typed }]) => [field, { typed, before: saved[field] ?? '' }]),
      );
      hold(mine);
      submit(mine);
    },
    keepTheirs() {
      const gone = conflicts.map(({ field }) => field);
      hold(Object.fromEntries(Object.entries(draft).filter(([field]) => !gone.includes(field))));
      setInConflict(false);
      setNext('first');
    },
    submit: () => submit(),
    cancel() {
      hold({});
      setProblem(undefined);
      setProblems({});
      setInConflict(false);
      setNext('first');
    },
  };
}
