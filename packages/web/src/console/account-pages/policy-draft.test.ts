import { type Route, routeGroups, type StepUpRule, sensitiveActions } from '@freehold/contract';
import { describe, expect, it } from 'vitest';
import {
  actionsLater,
  actionsNow,
  changedActions,
  countChanges,
  layPolicyOver,
  policyChange,
  presetPolicy,
  shutOut,
  standing,
  tightenedActions,
} from './policy-draft.ts';

const shipped = presetPolicy('default');
const strict = presetPolicy('strict');
const rule: StepUpRule = { proof: 'ifAble', maxAgeSeconds: 600, singleUse: false, strength: 'any' };
const withRule = (change: Partial<StepUpRule>, action = 'email.change' as const) => ({
  ...shipped,
  actions: { ...shipped.actions, [action]: { ...shipped.actions[action], ...change } },
});

it('offers first what a route of today asks a proof for, and everything else later', () => {
  const routes = routeGroups.flatMap(group => Object.values<Route>(group));
  const guarded = routes.flatMap(({ guards }) =>
    (guards ?? []).flatMap(guard => (guard.kind === 'proof' ? guard.action : [])),
  );
  expect([...new Set(guarded)].sort()).toEqual([...actionsNow].sort());
  expect([...actionsNow, ...actionsLater].sort()).toEqual([...sensitiveActions].sort());
});

describe('what is sent', () => {
  it('is the preset and what differs from it, so that it is the whole policy', () => {
    expect(policyChange(shipped)).toEqual({ preset: 'default', endOtherSessions: true, actions: {} });
    const draft = { ...withRule({ singleUse: true }), endOtherSessions: false };
    expect(policyChange(draft)).toEqual({
      preset: 'default',
      endOtherSessions: false,
      actions: { 'email.change': draft.actions['email.change'] },
    });
  });

  it('counts rules, the preset and the other devices', () => {
    expect(countChanges(shipped, shipped)).toBe(0);
    expect(countChanges(shipped, { ...withRule({ maxAgeSeconds: 60 }), endOtherSessions: false })).toBe(2);
    expect(countChanges(shipped, strict)).toBe(changedActions(shipped, strict).length + 1);
  });
});

describe('a rule beside another one', () => {
  it.each<[Partial<StepUpRule>, string]>([
    [{}, 'same'],
    [{ proof: 'always' }, 'stricter'],
    [{ proof: 'never' }, 'looser'],
    [{ maxAgeSeconds: 60 }, 'stricter'],
    [{ singleUse: true }, 'stricter'],
    [{ strength: 'strongest' }, 'stricter'],
    [{ strength: 'strongest', proof: 'always' }, 'stricter'],
    [{ singleUse: true, proof: 'never' }, 'looser'],
  ])('%o is %s', (change, expected) => {
    expect(standing({ ...rule, ...change }, rule)).toBe(expected);
  });

  it('can be both', () => {
    expect(standing({ ...rule, proof: 'always' }, { ...rule, singleUse: true })).toBe('other');
    const never = { ...rule, proof: 'never' } as const;
    expect(standing({ ...never, maxAgeSeconds: 60 }, never)).toBe('other');
  });

  it('counts as tightened where it asks more in any way, among the actions of today', () => {
    expect(tightenedActions(shipped, shipped)).toEqual([]);
    expect(tightenedActions(strict, shipped)).toEqual([]);
    expect(tightenedActions(shipped, withRule({ maxAgeSeconds: 60, proof: 'ifAble' }))).toEqual(['email.change']);
    expect(tightenedActions(shipped, strict)).toEqual([...actionsNow]);
  });
});

describe('people whom a rule shuts out', () => {
  const people = [
    { name: 'password', means: { hasPassword: true, hasPrimaryEmail: false, hasPrimaryPhone: false } },
    { name: 'mail', means: { hasPassword: false, hasPrimaryEmail: true, hasPrimaryPhone: false } },
    { name: 'nothing', means: { hasPassword: false, hasPrimaryEmail: false, hasPrimaryPhone: false } },
  ];
  const names = (action: (typeof actionsNow)[number], senders = { email: true, phone: true }) =>
    shutOut(people, person => person.means, strict, action, senders).map(({ name }) => name);

  it('are those with nothing, and those to whom nothing can be sent', () => {
    expect(names('username.change')).toEqual(['nothing']);
    expect(names('password.set')).toEqual([]);
    expect(names('username.change', { email: false, phone: false })).toEqual(['mail', 'nothing']);
  });
});

it('lays my rules over those that somebody else has saved meanwhile', () => {
  const mine = withRule({ singleUse: true });
  const theirs = { ...strict, endOtherSessions: false };
  expect(layPolicyOver(shipped, mine, theirs)).toEqual({
    ...theirs,
    actions: { ...strict.actions, 'email.change': mine.actions['email.change'] },
  });
});
