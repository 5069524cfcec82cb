import type { Account } from '@freehold/contract';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OutcomeUnknown } from '../index.ts';
import { useAccount } from './account-scope.tsx';
import { Problem } from './kit/problem.ts';
import { breakOff, fakeClient, refuse } from './testing/fake-client.ts';
import { FakePage } from './testing/fake-page.ts';
import { type RenderedHook, renderHook } from './testing/render-hook.tsx';
import { type Change, useChange } from './use-change.ts';

/** The dialog as a person sees it: what it is for, and two ways to leave it. */
interface Asked {
  readonly request: { readonly action: string; readonly again: boolean };
  readonly onProven: (proof: object) => void;
  readonly onCancel: () => void;
}
let dialog: Asked | undefined;

vi.mock('./proof/proof-dialog.tsx', () => ({
  ProofDialog: (props: Asked) => {
    dialog = props;
    return null;
  },
}));

let account: Partial<Account>;
let sent: (string | undefined)[];
/** What the server says to each change in turn; after that, yes. */
let answers: (() => void)[];
/** The same for reading the account. */
let reads: ((signal: AbortSignal | undefined) => unknown)[];

const client = fakeClient({
  getAccount: async request => {
    await reads.shift()?.(request?.signal);
    return account;
  },
  getPublicAccountCenter: () => ({ enabled: true, fields: {} }),
  getPublicSignInExperience: () => ({}),
  listProofMethods: () => ({ proofNeeded: true, singleUse: false, methods: [{ method: 'password' }] }),
  updateAccount: request => {
    sent.push(request.proof);
    answers.shift()?.();
    account = { ...account, ...(request.body as Partial<Account>) };
  },
});

const rename: Change = {
  action: 'username.change',
  send: (proof, ifMatch) => client.updateAccount({ body: { username: 'grace' }, proof, ifMatch }),
  arrived: ({ username }) => username === 'grace',
};

const needsProof = () => refuse('verification_record.permission_denied', 401);

let hook: RenderedHook<{
  change: ReturnType<typeof useChange>;
  /** Of another form on the same page. */
  other: ReturnType<typeof useChange>;
  account: ReturnType<typeof useAccount>;
}>;
let problems: string[];
let page: FakePage;

beforeEach(async () => {
  page = new FakePage();
  account = { id: 'ada', username: 'ada' };
  sent = [];
  answers = [];
  reads = [];
  problems = [];
  dialog = undefined;
  hook = await renderHook(client, () => ({ change: useChange(), other: useChange(), account: useAccount() }), page);
});

afterEach(async () => {
  // What is still open would go on by itself, in another test.
  await hook.during(() => dialog?.onCancel());
  await hook.unmount();
});

/** Presses the button: begins a change, and goes on when it ends or waits for the person. */
async function press(change = rename): Promise<void> {
  await hook.during(() => {
    void hook.current().change.run(change, ({ code }) => problems.push(code));
  });
}

const proofOf = (recordId: string) => ({
  recordId,
  method: 'password',
  singleUse: false,
  provenAt: Date.now(),
  expiresAt: Date.now() + 60_000,
});

const prove = (recordId: string) => hook.during(() => dialog?.onProven(proofOf(recordId)));

function shown(): string | null | undefined {
  const { state } = hook.current().account;
  return state.at === 'ready' ? state.view.account.username : state.at;
}

describe('a change', () => {
  test('that needs no proof is sent once and read back', async () => {
    expect(shown()).toBe('ada');
    await press();
    expect(hook.current().change).toMatchObject({ outcome: 'done', busy: false, phase: 'idle' });
    expect(sent).toEqual([undefined]);
    expect(shown()).toBe('grace');
    expect(dialog).toBeUndefined();
  });

  test('that needs a proof waits for it, and is sent again with it', async () => {
    answers = [needsProof];
    await press();
    expect(hook.current().change).toMatchObject({ phase: 'proving', busy: true });
    expect(dialog?.request).toMatchObject({ action: 'username.change', again: false });
    expect(shown()).toBe('ada');
    await prove('proof-1');
    expect(hook.current().change).toMatchObject({ outcome: 'done', busy: false });
    expect(sent).toEqual([undefined, 'proof-1']);
    expect(shown()).toBe('grace');
  });

  test('takes the proof of the one before along', async () => {
    answers = [needsProof];
    await press();
    await prove('proof-1');
    await press();
    expect(sent).toEqual([undefined, 'proof-1', 'proof-1']);
  });

  test('whose proof does not serve is asked for another', async () => {
    answers = [needsProof, needsProof];
    await press();
    await prove('proof-1');
    expect(dialog?.request).toMatchObject({ again: true });
    await prove('proof-2');
    expect(hook.current().change.outcome).toBe('done');
    expect(sent).toEqual([undefined, 'proof-1', 'proof-2']);
  });

  test('is not made when the person would rather not', async () => {
    answers = [needsProof];
    await press();
    await hook.during(() => dialog?.onCancel());
    expect(hook.current().change).toMatchObject({ outcome: 'cancelled', busy: false });
    expect(sent).toEqual([undefined]);
    expect(shown()).toBe('ada');
  });

  test('that is refused says so to its form, and nobody is asked for anything', async () => {
    answers = [() => refuse('user.username_already_in_use', 422)];
    await press();
    expect(problems).toEqual(['user.username_already_in_use']);
    expect(hook.current().change).toMatchObject({ outcome: undefined, busy: false });
    expect(dialog).toBeUndefined();
  });

  test('is not begun a second time while it is under way', async () => {
    answers = [needsProof];
    await press();
    await press();
    expect(sent).toEqual([undefined]);
  });

  test('is still waiting for its proof after a press that came before the page knew of the first', async () => {
    answers = [needsProof];
    const { run } = hook.current().change;
    await hook.during(() => {
      void run(rename, ({ code }) => problems.push(code));
      void run(rename, ({ code }) => problems.push(code));
    });
    expect(hook.current().change).toMatchObject({ phase: 'proving', busy: true });
    expect(sent).toEqual([undefined]);
  });

  test('that needs no proof leaves one that serves once to the change that it was given for', async () => {
    await hook.during(() => {
      void hook.current().change.runAfterProof(
        'username.change',
        async () => {},
        () => {},
      );
    });
    await hook.during(() => dialog?.onProven({ ...proofOf('proof-1'), singleUse: true, action: 'username.change' }));
    const { action: _none, ...renameWithout } = rename;
    await press(renameWithout);
    await press();
    expect(sent).toEqual([undefined, 'proof-1']);
  });
});

describe('two changes at once that need a proof', () => {
  beforeEach(async () => {
    answers = [needsProof, needsProof];
    await press();
    await hook.during(() => {
      void hook.current().other.run(rename, ({ code }) => problems.push(code));
    });
  });

  test('ask for it once', async () => {
    await prove('proof-1');
    expect(hook.current()).toMatchObject({ change: { outcome: 'done' }, other: { outcome: 'done' } });
    expect(sent).toEqual([undefined, undefined, 'proof-1', 'proof-1']);
  });

  test('ask anew where the proof of one does not serve the other', async () => {
    answers = [() => {}, needsProof];
    const { request } = dialog ?? {};
    await prove('proof-1');
    expect(hook.current()).toMatchObject({ change: { outcome: 'done' }, other: { phase: 'proving' } });
    expect(dialog?.request).not.toBe(request);
    await prove('proof-2');
    expect(hook.current().other.outcome).toBe('done');
  });

  test('are both not made when the person would rather not', async () => {
    await hook.during(() => dialog?.onCancel());
    expect(hook.current()).toMatchObject({ change: { outcome: 'cancelled' }, other: { outcome: 'cancelled' } });
  });
});

describe('how long a change takes', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const pass = (seconds: number) => hook.during(() => vi.advanceTimersByTime(seconds * 1000));
  /** A change that the server never answers; the wait for it can be ended. */
  const hanging: Change['send'] = (_proof, _ifMatch, signal) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new OutcomeUnknown('the wait was ended')));
    });

  test('is counted until the server answers', async () => {
    await press({ ...rename, send: hanging });
    expect(hook.current().change.slow).toBe(false);
    await pass(11);
    expect(hook.current().change).toMatchObject({ slow: true, phase: 'sending' });
    await hook.during(() => hook.current().change.stopWaiting());
    expect(hook.current().change).toMatchObject({ slow: false, busy: false, outcome: 'lost' });
  });

  test('is not the time that a person takes to prove who they are', async () => {
    answers = [needsProof];
    await press({
      ...rename,
      send: (...request) => (sent.length === 0 ? rename.send(...request) : hanging(...request)),
    });
    await pass(60);
    expect(hook.current().change).toMatchObject({ slow: false, phase: 'proving' });
    await prove('proof-1');
    expect(hook.current().change).toMatchObject({ slow: false, phase: 'sending' });
    await pass(11);
    expect(hook.current().change.slow).toBe(true);
    await hook.during(() => hook.current().change.stopWaiting());
  });

  /** An account that is not read to the end, until nobody waits for it any more. */
  const hangingRead = (signal: AbortSignal | undefined) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new OutcomeUnknown('the wait was ended')));
    });

  test('can be cut short while it is looked for', async () => {
    answers = [breakOff];
    reads = [hangingRead];
    await press();
    await pass(11);
    expect(hook.current().change).toMatchObject({ slow: true, phase: 'checking' });
    await hook.during(() => hook.current().change.stopWaiting());
    expect(hook.current().change).toMatchObject({ slow: false, phase: 'unknown' });
    await hook.during(() => hook.current().change.checkAgain());
    expect(hook.current().change).toMatchObject({ busy: false, outcome: 'lost' });
  });

  test('can be cut short once it is made: it is, though the account is not read back', async () => {
    reads = [hangingRead];
    await press();
    await pass(11);
    expect(hook.current().change).toMatchObject({ slow: true, phase: 'sending' });
    await hook.during(() => hook.current().change.stopWaiting());
    expect(hook.current().change).toMatchObject({ busy: false, outcome: 'done' });
  });

  test('can be cut short where it leads to a change, too', async () => {
    const { runAfterProof } = hook.current().change;
    let ended = false;
    await hook.during(() => {
      void runAfterProof(
        'username.change',
        (_demand, signal) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => {
              ended = true;
              reject(new Problem('', { status: 0, code: 'network' }));
            });
          }),
        ({ code }) => problems.push(code),
      );
    });
    await prove('proof-1');
    await pass(11);
    await hook.during(() => hook.current().change.stopWaiting());
    expect(ended).toBe(true);
    expect(problems).toEqual(['network']);
  });
});

describe('a change that is made', () => {
  test('is made, also where the account cannot be read anew', async () => {
    answers = [() => reads.push(breakOff)];
    await press();
    expect(hook.current().change).toMatchObject({ outcome: 'done', phase: 'idle' });
    expect(problems).toEqual([]);
  });

  test('is not sent while there is no network', async () => {
    page.happens('offline');
    await press();
    expect(hook.current().change.outcome).toBe('offline');
    expect(sent).toEqual([]);
    page.happens('online');
    await press();
    expect(hook.current().change.outcome).toBe('done');
  });
});

describe('a change without an answer', () => {
  test('is looked for once more when the network is there again', async () => {
    answers = [breakOff];
    reads = [breakOff];
    await press();
    expect(hook.current().change.phase).toBe('unknown');
    await hook.during(() => page.happens('online'));
    expect(hook.current().change).toMatchObject({ phase: 'idle', outcome: 'lost' });
    expect(sent).toEqual([undefined]);
  });

  test('is left to its form where an account does not show it', async () => {
    answers = [breakOff];
    await press({ ...rename, arrived: () => undefined });
    expect(problems).toEqual(['network']);
    expect(hook.current().change.outcome).toBeUndefined();
  });

  test('that has arrived is done, and never sent again', async () => {
    answers = [
      () => {
        account = { ...account, username: 'grace' };
        breakOff();
      },
    ];
    await press();
    expect(hook.current().change.outcome).toBe('done');
    expect(sent).toEqual([undefined]);
    expect(shown()).toBe('grace');
  });

  test('that has not arrived is lost, and never sent again by itself', async () => {
    answers = [breakOff];
    await press();
    expect(hook.current().change.outcome).toBe('lost');
    expect(sent).toEqual([undefined]);
  });

  test('nor an account to look at waits, and says so, until it can be looked at', async () => {
    answers = [
      () => {
        account = { ...account, username: 'grace' };
        breakOff();
      },
    ];
    reads = [breakOff];
    await press();
    expect(hook.current().change).toMatchObject({ phase: 'unknown', outcome: undefined, busy: true });
    await hook.during(() => hook.current().change.checkAgain());
    expect(hook.current().change).toMatchObject({ phase: 'idle', outcome: 'done' });
    expect(sent).toEqual([undefined]);
  });
});

describe('a change at which the server fails', () => {
  const fail = () => refuse('server.internal_error', 500);

  test('is done where it had come far enough', async () => {
    answers = [
      () => {
        account = { ...account, username: 'grace' };
        fail();
      },
    ];
    await press();
    expect(hook.current().change.outcome).toBe('done');
    expect(problems).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  test.each([
    ['has not come so far', rename],
    ['does not show', { ...rename, arrived: () => undefined }],
  ])('says so to its form where it %s', async (_, change) => {
    answers = [fail];
    await press(change);
    expect(problems).toEqual(['server.internal_error']);
    expect(hook.current().change).toMatchObject({ busy: false, outcome: undefined });
  });

  test('waits until the account can be looked at', async () => {
    answers = [fail];
    reads = [fail];
    await press();
    expect(hook.current().change.phase).toBe('unknown');
    await hook.during(() => hook.current().change.checkAgain());
    expect(problems).toEqual(['server.internal_error']);
  });
});

describe('a change that meets another one', () => {
  const over: Change = { ...rename, over: { theirs: ({ username }) => username, mine: 'grace' } };
  const overtaken = (by: Partial<Account>) => () => {
    account = { ...account, ...by };
    refuse('request.precondition_failed', 412);
  };

  test('of something else is made all the same', async () => {
    answers = [overtaken({ name: 'Ada' })];
    await press(over);
    expect(hook.current().change.outcome).toBe('done');
    expect(sent).toHaveLength(2);
    expect(account).toMatchObject({ username: 'grace', name: 'Ada' });
  });

  test('of the same thing waits for the person, who keeps theirs', async () => {
    answers = [overtaken({ username: 'lovelace' })];
    await press(over);
    expect(hook.current().change).toMatchObject({
      phase: 'conflict',
      conflict: { mine: 'grace', theirs: 'lovelace' },
    });
    await hook.during(() => hook.current().change.keepTheirs());
    expect(hook.current().change.outcome).toBe('theirs');
    expect(sent).toHaveLength(1);
    expect(shown()).toBe('lovelace');
  });

  test('of the same thing waits for the person, who keeps their own', async () => {
    answers = [overtaken({ username: 'lovelace' })];
    await press(over);
    await hook.during(() => hook.current().change.keepMine());
    expect(hook.current().change.outcome).toBe('done');
    expect(sent).toHaveLength(2);
    expect(shown()).toBe('grace');
  });

  test('is done where that was itself: it had arrived without an answer', async () => {
    answers = [overtaken({ username: 'grace' })];
    await press(over);
    expect(hook.current().change).toMatchObject({ outcome: 'done', phase: 'idle' });
    expect(sent).toHaveLength(1);
  });
});
