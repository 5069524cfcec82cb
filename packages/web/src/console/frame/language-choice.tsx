import { ChevronIcon, useWords } from '@freehold/client/react/kit';
import { isLocale, localeNames } from '@freehold/messages/negotiate';
import { NativeSelect } from '@mantine/core';
import { use } from 'react';
import { boot } from '../../ui/boot.ts';
import { ChooseLanguageContext } from '../../ui/choose-language.ts';

/** The language of the console. */
export function LanguageChoice() {
  const { text, locale } = useWords();
  const chooseLanguage = use(ChooseLanguageContext);
  return (
    <NativeSelect
      label={text('footer.language')}
      className="fh-tool"
      rightSection={<ChevronIcon />}
      value={locale}
      onChange={event => void chooseLanguage(event.currentTarget.value)}
    >
      {boot.locales.map(tag => (
        <option key={tag} value={tag} lang={tag}>
          {isLocale(tag) ? localeNames[tag] : tag}
        </option>
      ))}
    </NativeSelect>
  );
}
