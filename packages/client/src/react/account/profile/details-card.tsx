import type { Account } from '@freehold/contract';
import { useAccountView, useClient } from '../../account-scope.tsx';
import { fieldState } from '../../fields.ts';
import { Field, useWords } from '../../kit/index.ts';
import { birthdateProblem, birthdateText } from './birthdate.ts';
import { BirthdateField } from './birthdate-field.tsx';
import { FormCard } from './card-form.tsx';
import { ChoiceField } from './choice-field.tsx';
import { languageChoices, languageName, zoneChoices } from './choices.ts';
import { longestText, tooLong } from './limits.ts';
import type { ProfileTextName } from './profile-fields.ts';
import { ShownCard } from './shown-values.tsx';
import { type CardForm, useCardForm } from './use-card-form.ts';

type Props = { readonly fields: readonly ProfileTextName[] };

/** What else there is to say of a person, in the order that the administrator gave it. */
export function DetailsCard({ fields }: Props) {
  const { text, locale } = useWords();
  const view = useAccountView();
  if (fieldState(view, 'profile') === 'edit') return <EditDetails fields={fields} />;
  const values = fields.map(field => {
    const value = view.account.profile?.[field] ?? '';
    const said =
      field === 'birthdate' ? birthdateText(value, locale) : field === 'locale' ? languageName(value, locale) : value;
    return { label: text(`profile.field.${field}`), value: said };
  });
  return <ShownCard heading={text('profile.details')} values={values} />;
}

function EditDetails({ fields }: Props) {
  const { text, locale } = useWords();
  const client = useClient();
  const { account } = useAccountView();
  const form = useCardForm({
    form: 'details',
    read: (current: Account) => Object.fromEntries(fields.map(field => [field, current.profile?.[field] ?? ''])),
    labelOf: field => text(`profile.field.${field as ProfileTextName}`),
    check(values) {
      const long = tooLong(values).map(field => [
        field,
        text('profile.too_long', { max: longestText.toLocaleString(locale) }),
      ]);
      // What was there before is not ours to judge.
      const date = values['birthdate'] ?? '';
      const wrong = date === (account.profile?.birthdate ?? '') ? undefined : birthdateProblem(date, new Date());
      return Object.fromEntries(
        wrong === undefined ? long : [...long, ['birthdate', text(`profile.birthdate_${wrong}`)]],
      );
    },
    send: (changes, _values, request) => client.updateProfile({ body: changes, ...request }),
  });
  return (
    <FormCard heading={text('profile.details')} form={form}>
      <div className="fh-fields">
        {fields.map(field => (
          <Detail key={field} field={field} form={form} />
        ))}
      </div>
    </FormCard>
  );
}

/** What browsers fill in by themselves (HTML §4.10.18.7). */
const fillsIn: Readonly<Partial<Record<ProfileTextName, string>>> = {
  familyName: 'family-name',
  givenName: 'given-name',
  middleName: 'additional-name',
  nickname: 'nickname',
  website: 'url',
  gender: 'sex',
  locale: 'language',
};

function Detail({ field, form }: { readonly field: ProfileTextName; readonly form: CardForm }) {
  const { text, locale } = useWords();
  const given = {
    name: field,
    label: text(`profile.field.${field}`),
    value: form.value(field),
    problem: form.problems[field],
  };
  const onType = (value: string) => form.type(field, value);
  if (field === 'birthdate') return <BirthdateField {...given} onType={onType} />;
  if (field === 'zoneinfo' && zoneChoices().length > 0) {
    return <ChoiceField {...given} choices={zoneChoices()} onType={onType} />;
  }
  if (field === 'locale') {
    return <ChoiceField {...given} choices={languageChoices(locale)} autoComplete="language" onType={onType} />;
  }
  const isAddress = field === 'website' || field === 'profile';
  return (
    <Field
      {...given}
      {...(fillsIn[field] !== undefined ? { autoComplete: fillsIn[field] } : { autoComplete: 'off' })}
      {...(isAddress
        ? { inputMode: 'url' as const, spellCheck: false, autoCapitalize: 'none', dir: 'ltr' }
        : { dir: 'auto' })}
      onChange={event => onType(event.currentTarget.value)}
    />
  );
}
