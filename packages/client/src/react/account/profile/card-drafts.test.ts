import type { Account } from '@freehold/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { breakOff, fakeClient } from '../../testing/fake-client.ts';
import { FakePage } from '../../testing/fake-page.ts';
import { type RenderedHook, renderHook } from '../../testing/render-hook.tsx';
import { type CardForm, useCardForm } from './use-card-form.ts';

let account: Partial<Account>;
let sent: unknown[];
let answers: (() => void)[];
let page: FakePage;

const client = fakeClient({
  getAccount: () => account,
  getPublicAccountCenter: () => ({ enabled: true, fields: {} }),
  getPublicSignInExperience: () => ({}),
  updateAccount: ({ body }) => {
    sent.push(body);
    answers.shift()?.();
    account = { ...account, ...(body as Partial<Account>) };
  },
});

beforeEach(() => {
  account = { id: 'ada', name: 'Ada' };
  sent = [];
  answers = [];
  page = new FakePage();
});

/** Opens the card of the name in this tab, does something with it, and leaves the page. */
async function visit(work: (form: () => CardForm, during: RenderedHook<CardForm>['during']) => Promise<void>) {
  const hook = await renderHook(client, useNameForm, page);
  try {
    await work(hook.current, hook.during);
  } finally {
    await hook.unmount();
  }
}

const useNameForm = () =>
  useCardForm({
    form: 'name',
    read: ({ name }) => ({ name: name ?? '' }),
    labelOf: () => 'Name',
    check: ({ name = '' }): Record<string, string> => (name === 'nobody' ? { name: 'not that' } : {}),
    send: ({ name = null }, _values, request) => client.updateAccount({ body: { name }, ...request }),
  });

describe('what was typed', () => {
  test('is there again after the page was left, and is asked about before that', async () => {
    await visit(async (form, during) => {
      expect(page.happens('beforeunload')).toBe(true);
      await during(() => form().type('name', 'Ada King'));
      expect(form().isDirty).toBe(true);
      expect(page.happens('beforeunload')).toBe(false);
    });
    await visit(async form => {
      expect(form().value('name')).toBe('Ada King');
      expect(form().isDirty).toBe(true);
    });
  });

  test('is nobody else’s', async () => {
    await visit((form, during) => during(() => form().type('name', 'Ada King')));
    account = { id: 'bob', name: 'Bob' };
    await visit(async form => expect(form().value('name')).toBe('Bob'));
  });

  test('is gone when the person thinks better of it, or types what was there', async () => {
    await visit(async (form, during) => {
      await during(() => form().type('name', 'Ada King'));
      await during(() => form().cancel());
      expect(form().value('name')).toBe('Ada');
      await during(() => form().type('name', 'Ada K'));
      await during(() => form().type('name', 'Ada'));
      expect(form().isDirty).toBe(false);
    });
    expect(page.kept.size).toBe(0);
  });

  test('is gone once it is saved', async () => {
    await visit(async (form, during) => {
      await during(() => form().type('name', ' Ada King '));
      await during(() => form().submit());
      expect(form()).toMatchObject({ isDirty: false, isSaved: true });
    });
    expect(sent).toEqual([{ name: 'Ada King' }]);
    expect(page.kept.size).toBe(0);
  });

  test.each([
    ['was refused by the page', 'nobody', () => {}],
    ['did not arrive', 'Ada King', breakOff],
  ])('stays when it %s', async (_why, typed, answer) => {
    answers = [answer];
    await visit(async (form, during) => {
      await during(() => form().type('name', typed));
      await during(() => form().submit());
      expect(form().isSaved).toBe(false);
    });
    await visit(async form => expect(form().value('name')).toBe(typed));
  });
});

describe('a draft over what somebody has changed since', () => {
  beforeEach(async () => {
    await visit((form, during) => during(() => form().type('name', 'Ada King')));
    account = { id: 'ada', name: 'Ada Byron' };
  });

  test('is asked about before anything is sent, and the person keeps their own', async () => {
    await visit(async (form, during) => {
      await during(() => form().submit());
      expect(form().change).toMatchObject({ phase: 'conflict', conflict: { mine: 'Ada King', theirs: 'Ada Byron' } });
      expect(sent).toEqual([]);
      await during(() => form().change.keepMine());
      expect(form().isSaved).toBe(true);
    });
    expect(sent).toEqual([{ name: 'Ada King' }]);
  });

  test('is given up for theirs', async () => {
    await visit(async (form, during) => {
      await during(() => form().submit());
      await during(() => form().change.keepTheirs());
      expect(form().value('name')).toBe('Ada Byron');
    });
    expect(sent).toEqual([]);
    expect(page.kept.size).toBe(0);
  });
});
