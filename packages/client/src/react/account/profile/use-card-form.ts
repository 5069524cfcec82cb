import type { Account } from '@freehold/contract';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useAccount, useAccountView } from '../../account-scope.tsx';
import { type FormProblem, type Problem, stepProblem, useAnnounce, useWords } from '../../kit/index.ts';
import { type Change, type UseChange, useChange } from '../../use-change.ts';
import { useDraft } from '../use-draft.ts';
import { changesOf, conflictsOf, type Draft } from './draft.ts';

type Values = Readonly<Record<string, string>>;

/** What a card of the profile reads and how it is saved. */
export interface CardAbout {
  /** Names the draft. */
  readonly form: string;
  /** What the account has, by field; an unset field is empty. */
  readonly read: (account: Account) => Values;
  /** The name of a field, as the form has it. */
  readonly labelOf: (field: string) => string;
  /** What is wrong with what was typed, by field. */
  readonly check: (values: Values) => Readonly<Record<string, string>>;
  /** Sends what differs; `values` is everything as the form shows it. */
  readonly send: (
    changes: Readonly<Record<string, string | null>>,
    values: Values,
    request: { readonly ifMatch: string | undefined; readonly signal: AbortSignal },
  ) => ReturnType<Change['send']>;
  /** The field that a refusal is about, if it is about one. */
  readonly fieldOf?: (problem: Problem) => string | undefined;
}

export interface CardForm {
  readonly ref: RefObject<HTMLFormElement | null>;
  readonly change: UseChange;
  readonly value: (field: string) => string;
  readonly type: (field: string, value: string) => void;
  readonly isDirty: boolean;
  /** Came through, and nothing was typed since. */
  readonly isSaved: boolean;
  readonly problem: FormProblem | undefined;
  readonly problems: Readonly<Record<string, string>>;
  readonly submit: () => void;
  readonly cancel: () => void;
}

const typedIn = (draft: Draft): Values =>
  Object.fromEntries(Object.entries(draft).map(([field, { typed }]) => [field, typed]));

/**
 * One card of fields that are saved together: keeps what is typed through reloads and sign-ins, saves what differs, and asks
 * when somebody else changed the same.
 */
export function useCardForm({ form, read, labelOf, check, send, fieldOf }: CardAbout): CardForm {
  const words = useWords();
  const { text } = words;
  const { account } = useAccountView();
  const { current } = useAccount();
  const announce = useAnnounce();
  const change = useChange();
  const ref = useRef<HTMLFormElement>(null);
  const { draft: kept, keep, drop } = useDraft<Draft>(`profile-${form}`, account.id);
  const [draft, setDraft] = useState<Draft>(kept ?? {});
  const [problem, setProblem] = useState<FormProblem>();
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [isOvertaken, setOvertaken] = useState(false);
  // Where the focus goes once the page shows what came of the save.
  const [next, setNext] = useState<'problem' | 'notice' | 'first'>();

  const saved = read(account);
  const values = { ...saved, ...typedIn(draft) };
  const isDirty = Object.keys(changesOf(draft, saved)).length > 0;
  const { busy } = change;

  /** What the account has at this very moment, which may be ahead of what is shown. */
  function present(): Values {
    const state = current();
    return state.at === 'ready' ? read(state.view.account) : saved;
  }

  function hold(held: Draft): void {
    setDraft(held);
    if (Object.keys(held).length === 0) drop();
    else keep(held);
  }

  useEffect(() => {
    // While it is being saved the page leaves on our own account alone, to have the person sign in again.
    if (!isDirty || busy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isDirty, busy]);

  useEffect(() => {
    if (next === undefined) return;
    ref.current?.querySelector<HTMLElement>(placesOfFocus[next])?.focus();
    setNext(undefined);
  }, [next]);

  function refuse(found: Readonly<Record<string, string>>): void {
    setProblems(found);
    const sentences = Object.values(found);
    if (sentences.length > 1) setProblem({ sentence: text('profile.look_again', { count: sentences.length }) });
    announce(sentences.join(' '));
    setNext('problem');
  }

  /** Both sides of a conflict as people read them: the value of one field, several with their names. */
  function told(fields: readonly string[], side: Values): string {
    const lines = fields.map(field => [labelOf(field), side[field]?.trim() || text('value.notSet')] as const);
    if (lines.length === 1) return side[fields[0] ?? '']?.trim() ?? '';
    return lines.map(([label, value]) => `${label}: ${value}`).join('\n');
  }

  async function save(held: Draft): Promise<void> {
    const changes = changesOf(held, saved);
    const fields = Object.keys(changes);
    const wanted = Object.fromEntries(fields.map(field => [field, changes[field] ?? '']));
    const outcome = await change.run(
      {
        send: (_proof, ifMatch, signal) => send(changes, { ...present(), ...wanted }, { ifMatch, signal }),
        arrived: after => fields.every(field => (read(after)[field] ?? '') === wanted[field]),
        over: { theirs: other => told(fields, read(other)), mine: told(fields, wanted) },
      },
      found => {
        const field = fieldOf?.(found);
        if (field !== undefined) refuse({ [field]: stepProblem(found, words).sentence });
        else setProblem(stepProblem(found, words));
      },
    );
    if (outcome === 'theirs') yieldTo(held, conflictsOf(held, present()));
    if (outcome !== 'done') return;
    hold({});
    // The pressed button goes with the save; whoever pressed Enter in a field stays there.
    const { activeElement } = document;
    if (
      activeElement === document.body ||
      (ref.current?.contains(activeElement) && activeElement?.tagName === 'BUTTON')
    ) {
      setNext('notice');
    } else announce(text('profile.saved'));
  }

  /** Takes what others have made of some fields; what was typed in the rest stays. */
  function yieldTo(held: Draft, fields: readonly string[]): void {
    hold(Object.fromEntries(Object.entries(held).filter(([field]) => !fields.includes(field))));
    setNext('first');
  }

  function submit(held = draft): void {
    if (busy) {
      // A change whose fate is not known yet: the press asks again.
      if (change.phase === 'unknown') change.checkAgain();
      return;
    }
    setProblem(undefined);
    setProblems({});
    setOvertaken(false);
    const trimmed = Object.fromEntries(Object.entries(typedIn(held)).map(([field, typed]) => [field, typed.trim()]));
    const found = check({ ...saved, ...trimmed });
    if (Object.keys(found).length > 0) refuse(found);
    else if (conflictsOf(held, saved).length === 0) void save(held);
    else {
      setOvertaken(true);
      announce(text('change.conflict'));
    }
  }

  function cancel(): void {
    hold({});
    change.reset();
    setProblem(undefined);
    setProblems({});
    setOvertaken(false);
    setNext('first');
  }

  const overtaken = conflictsOf(draft, saved);
  return {
    ref,
    // A draft of yesterday over what somebody has changed since: no request has met it, the question is the same.
    change:
      isOvertaken && overtaken.length > 0
        ? {
            ...change,
            phase: 'conflict',
            conflict: { theirs: told(overtaken, saved), mine: told(overtaken, values) },
            keepMine() {
              const mine = Object.fromEntries(
                Object.entries(draft).map(([field, { typed }]) => [field, { typed, before: saved[field] ?? '' }]),
              );
              hold(mine);
              submit(mine);
            },
            keepTheirs() {
              yieldTo(draft, overtaken);
              setOvertaken(false);
            },
          }
        : change,
    isDirty,
    isSaved: change.outcome === 'done' && !isDirty,
    problem,
    problems,
    value: field => values[field] ?? '',
    type(field, typed) {
      if (!busy) change.reset();
      const before = draft[field]?.before ?? saved[field] ?? '';
      const { [field]: _gone, ...others } = draft;
      hold(typed === before && before === (saved[field] ?? '') ? others : { ...draft, [field]: { typed, before } });
      const { [field]: _mended, ...rest } = problems;
      setProblems(rest);
    },
    submit: () => submit(),
    cancel,
  };
}

const placesOfFocus = {
  problem: '[aria-invalid="true"]',
  notice: '.fh-form-notice',
  first: 'input, select, textarea',
} as const;
