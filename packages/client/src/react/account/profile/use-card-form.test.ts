import type { Account } from '@freehold/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useClient } from '../../account-scope.tsx';
import { fakeClient, refuse } from '../../testing/fake-client.ts';
import { type RenderedHook, renderHook } from '../../testing/render-hook.tsx';
import { type CardForm, useCardForm } from './use-card-form.ts';

type Address = NonNullable<NonNullable<Account['profile']>['address']>;

let address: Address;
/** What somebody else makes of the address while this page knows nothing of it. */
let meanwhile: Address | undefined;

const client = fakeClient({
  getAccount: () => ({ id: 'ada', profile: { address } }),
  getPublicAccountCenter: () => ({ enabled: true, fields: {} }),
  getPublicSignInExperience: () => ({}),
  updateProfile: ({ body }) => {
    if (meanwhile !== undefined) {
      address = meanwhile;
      meanwhile = undefined;
      refuse('request.precondition_failed', 412);
    }
    address = (body as { readonly address: Address }).address;
  },
});

const parts = ['locality', 'region', 'country'] as const;

let hook: RenderedHook<CardForm>;

beforeEach(async () => {
  address = { locality: 'London', country: 'United Kingdom' };
  meanwhile = undefined;
  hook = await renderHook(client, () => {
    const { updateProfile } = useClient();
    return useCardForm({
      form: 'address',
      read: ({ profile }) => Object.fromEntries(parts.map(part => [part, profile?.address?.[part] ?? ''])),
      labelOf: part => part,
      check: () => ({}),
      send: (_changes, values, request) => updateProfile({ body: { address: values }, ...request }),
    });
  });
});

afterEach(() => hook.unmount());

const type = (field: string, value: string) => hook.during(() => hook.current().type(field, value));
const save = () => hook.during(() => hook.current().submit());

test('a value that is sent as a whole keeps what somebody else has changed in another part of it', async () => {
  await type('country', 'England');
  meanwhile = { locality: 'Marylebone', country: 'United Kingdom' };
  await save();
  expect(address).toMatchObject({ locality: 'Marylebone', country: 'England' });
  expect(hook.current()).toMatchObject({ isSaved: true, isDirty: false });
});

test('whoever keeps what others have made of one field loses nothing that they typed in another', async () => {
  await type('country', 'England');
  await type('region', 'Middlesex');
  meanwhile = { locality: 'London', country: 'Great Britain' };
  await save();
  expect(hook.current().change.phase).toBe('conflict');
  await hook.during(() => hook.current().change.keepTheirs());
  expect(hook.current().value('country')).toBe('Great Britain');
  expect(hook.current().value('region')).toBe('Middlesex');
  expect(hook.current().isDirty).toBe(true);
});
