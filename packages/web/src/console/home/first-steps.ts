import type { WordKey } from '@freehold/client/react/kit';
import type { Readiness } from './readiness.ts';

/** One of the first steps. */
export interface Step {
  readonly id: 'administrator' | 'email' | 'application' | 'account' | 'sign_in';
  readonly done: boolean;
  /** Where it is done, below `/console`, or an address of its own; absent for what is done already. */
  readonly to?: string | undefined;
}

/** The five steps of a fresh installation with what has become of them. */
export const firstSteps = (now: Readiness): readonly Step[] => [
  { id: 'administrator', done: now.administrators > 0 },
  { id: 'email', done: now.emailConnector, to: 'connectors' },
  { id: 'application', done: now.application, to: '/docs' },
  { id: 'account', done: now.accountPages, to: 'account-pages' },
  { id: 'sign_in', done: now.somebodySignedIn, to: 'users/new' },
];

/** What can go wrong as things are, once people rely on it. */
export interface Concern {
  readonly sentence: WordKey;
  readonly action: WordKey;
  readonly to: string;
}

/** What needs attention, the worst first. */
export function concerns(now: Readiness, development: boolean): readonly Concern[] {
  return [
    ...(now.emailConnector
      ? []
      : [
          {
            sentence: development ? 'console.home_no_email_development' : 'console.home_no_email',
            action: 'console.home_step_email_action',
            to: 'connectors',
          } as const,
        ]),
    ...(now.accountPages
      ? []
      : [
          {
            sentence: 'console.home_account_off',
            action: 'console.home_step_account_action',
            to: 'account-pages',
          } as const,
        ]),
    ...(now.administrators > 1
      ? []
      : [
          {
            sentence: 'console.home_one_administrator',
            action: 'console.home_more_administrators',
            to: 'users',
          } as const,
        ]),
  ];
}
