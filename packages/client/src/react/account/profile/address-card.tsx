import type { Account } from '@freehold/contract';
import { Textarea } from '@mantine/core';
import { useAccountView, useClient } from '../../account-scope.tsx';
import { fieldState } from '../../fields.ts';
import { ErrorText, Field, useWords } from '../../kit/index.ts';
import { FormCard } from './card-form.tsx';
import { longestText, tooLong } from './limits.ts';
import { type AddressPart, addressOrder, addressParts } from './profile-fields.ts';
import { ShownCard } from './shown-values.tsx';
import { useCardForm } from './use-card-form.ts';

/** The postal address, in the order of the language. */
export function AddressCard() {
  const { text, locale } = useWords();
  const view = useAccountView();
  const parts = shownParts(view.account, locale);
  if (fieldState(view, 'profile') === 'edit') return <EditAddress parts={parts} />;
  const values = parts.map(part => ({
    label: text(`profile.address.${part}`),
    value: view.account.profile?.address?.[part] ?? '',
  }));
  return <ShownCard heading={text('profile.address')} values={values} />;
}

// The whole address in one text is for applications that have nothing else; nobody is asked for the same twice.
function shownParts({ profile }: Account, locale: string): readonly AddressPart[] {
  const order = addressOrder(locale);
  return profile?.address?.formatted ? [...order, 'formatted'] : order;
}

const fillsIn: Readonly<Record<AddressPart, string>> = {
  streetAddress: 'street-address',
  locality: 'address-level2',
  region: 'address-level1',
  postalCode: 'postal-code',
  country: 'country-name',
  formatted: 'off',
};

function EditAddress({ parts }: { readonly parts: readonly AddressPart[] }) {
  const { text, locale } = useWords();
  const client = useClient();
  const form = useCardForm({
    form: 'address',
    read: ({ profile }) => Object.fromEntries(addressParts.map(part => [part, profile?.address?.[part] ?? ''])),
    labelOf: part => text(`profile.address.${part as AddressPart}`),
    check: values =>
      Object.fromEntries(
        tooLong(values).map(part => [part, text('profile.too_long', { max: longestText.toLocaleString(locale) })]),
      ),
    send(_changes, values, request) {
      // An address is replaced as a whole, so all of it is sent.
      const said = Object.entries(values).filter(([, value]) => value !== '');
      return client.updateProfile({
        body: { address: said.length === 0 ? null : Object.fromEntries(said) },
        ...request,
      });
    },
  });
  return (
    <FormCard heading={text('profile.address')} form={form}>
      <div className="fh-fields">
        {parts.map(part => {
          const given = {
            name: part,
            label: text(`profile.address.${part}`),
            autoComplete: fillsIn[part],
            dir: 'auto',
            value: form.value(part),
          };
          const problem = form.problems[part];
          // Streets have lines.
          return part === 'streetAddress' || part === 'formatted' ? (
            <Textarea
              key={part}
              {...given}
              rows={part === 'formatted' ? 4 : 2}
              error={problem === undefined ? undefined : <ErrorText>{problem}</ErrorText>}
              onChange={event => form.type(part, event.currentTarget.value)}
            />
          ) : (
            <Field
              key={part}
              {...given}
              problem={problem}
              onChange={event => form.type(part, event.currentTarget.value)}
            />
          );
        })}
      </div>
    </FormCard>
  );
}
