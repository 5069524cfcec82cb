import { Notice, useAnnounce, useWords, type WordKey } from '@freehold/client/react/kit';
import { type AccountField, accountFields, fieldAccesses } from '@freehold/contract';
import { Button } from '@mantine/core';
import { useId } from 'react';
import { ChoiceGroup } from './choice-group.tsx';
import { laterFields, type Surroundings, warningsFor } from './field-warnings.ts';
import type { Choice, SettingsDraft } from './settings-draft.ts';

type Props = {
  readonly draft: SettingsDraft;
  readonly around: Surroundings;
  readonly onChange: (fields: SettingsDraft['fields']) => void;
};

const fieldsNow = accountFields.filter(field => !laterFields.includes(field));

/**
 * How far people may go with each field.
 *
 * Fields that nothing uses yet are shown too, folded: a save sends the whole map, and what a page sends it has to show. Who
 * moves here from another server brings them along.
 */
export function FieldMatrix({ draft, around, onChange }: Props) {
  const { text } = useWords();
  const announce = useAnnounce();
  const set = (field: AccountField, choice: Choice) => onChange({ ...draft.fields, [field]: choice });
  const row = (field: AccountField) => (
    <FieldRow key={field} field={field} draft={draft} around={around} onChange={choice => set(field, choice)} />
  );

  return (
    <section className="fh-panel" aria-labelledby="fields-heading">
      <h2 id="fields-heading">{text('fields.heading')}</h2>
      <div className="fh-actions">
        {fieldAccesses.map(access => (
          <Button
            key={access}
            variant="default"
            onClick={() => {
              onChange({ ...draft.fields, ...Object.fromEntries(fieldsNow.map(field => [field, access])) });
              announce(text(`fields.all_${access}`));
            }}
          >
            {text(`fields.all_${access}`)}
          </Button>
        ))}
      </div>
      {fieldsNow.map(row)}
      <details className="fh-later">
        <summary>{text('fields.later')}</summary>
        <p className="fh-muted fh-small">{text('fields.later_lead')}</p>
        {laterFields.map(row)}
      </details>
    </section>
  );
}

type RowProps = {
  readonly field: AccountField;
  readonly draft: SettingsDraft;
  readonly around: Surroundings;
  readonly onChange: (choice: Choice) => void;
};

/** The pages never show what applications keep with an account: there the choice is about applications alone. */
const meaningOf = (field: AccountField, choice: Choice): WordKey =>
  field === 'customData' && (choice === 'ReadOnly' || choice === 'Edit')
    ? `fields.means_data_${choice}`
    : `fields.means_${choice}`;

function FieldRow({ field, draft, around, onChange }: RowProps) {
  const { text } = useWords();
  const id = useId();
  const choice = draft.fields[field];
  const choices: readonly Choice[] = field === 'passkey' ? ['Follow', ...fieldAccesses] : fieldAccesses;
  return (
    <fieldset className="fh-field-row" aria-describedby={`${id}-about ${id}-means`}>
      <legend>{text(`fields.name_${field}`)}</legend>
      <p className="fh-muted fh-small" id={`${id}-about`}>
        {text(`fields.about_${field}`)}
      </p>
      <ChoiceGroup
        name={`field-${field}`}
        value={choice}
        options={choices.map(value => ({ value, label: text(`fields.access_${value}`) }))}
        onChange={onChange}
      />
      <p className="fh-small" id={`${id}-means`}>
        {text(meaningOf(field, choice))}
      </p>
      {warningsFor(field, draft, around).map(warning => (
        <Notice key={warning} tone="warning">
          <p>{text(warning)}</p>
        </Notice>
      ))}
    </fieldset>
  );
}
