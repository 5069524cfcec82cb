import { useAccountView, useClient } from '../../account-scope.tsx';
import { fieldState } from '../../fields.ts';
import { Field, useWords } from '../../kit/index.ts';
import { FormCard } from './card-form.tsx';
import { ShownCard } from './shown-values.tsx';
import { useCardForm } from './use-card-form.ts';

/** The name that people are called by, in one field: names of many languages have no first and last. */
export function NameCard() {
  const { text } = useWords();
  const view = useAccountView();
  if (fieldState(view, 'name') === 'edit') return <EditName />;
  return (
    <ShownCard
      heading={text('profile.name')}
      values={[{ label: text('profile.name_label'), value: view.account.name ?? '' }]}
    />
  );
}

function EditName() {
  const { text } = useWords();
  const client = useClient();
  const form = useCardForm({
    form: 'name',
    read: account => ({ name: account.name ?? '' }),
    labelOf: () => text('profile.name_label'),
    check: () => ({}),
    send: ({ name = null }, _values, request) => client.updateAccount({ body: { name }, ...request }),
    fieldOf: ({ code }) => (code === 'entity.value_too_long' || code === 'guard.invalid_input' ? 'name' : undefined),
  });
  return (
    <FormCard heading={text('profile.name')} form={form}>
      <Field
        name="name"
        label={text('profile.name_label')}
        autoComplete="name"
        dir="auto"
        value={form.value('name')}
        onChange={event => form.type('name', event.currentTarget.value)}
        problem={form.problems['name']}
      />
    </FormCard>
  );
}
