import { ChevronIcon, useWords } from '@freehold/client/react/kit';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { appearances, chooseAppearance, chosenAppearance } from '../../ui/appearance.ts';

/** Light, dark, or as the system has it. */
export function AppearanceChoice() {
  const { text } = useWords();
  const [chosen, setChosen] = useState(chosenAppearance);
  return (
    <NativeSelect
      label={text('console.appearance')}
      className="fh-tool"
      rightSection={<ChevronIcon />}
      value={chosen}
      onChange={event => {
        const next = appearances.find(appearance => appearance === event.currentTarget.value) ?? 'system';
        chooseAppearance(next);
        setChosen(next);
      }}
    >
      {appearances.map(appearance => (
        <option key={appearance} value={appearance}>
          {text(`console.appearance_${appearance}`)}
        </option>
      ))}
    </NativeSelect>
  );
}
