import { expect, test } from 'vitest';
import { itemWords, loadFormWords } from './form-words.ts';

const item = {
  key: 'fromEmail',
  label: 'From',
  type: 'Select',
  placeholder: 'Example',
  description: 'Separated by spaces.',
  selectItems: [
    { value: 'none', title: 'Ask nothing (none)' },
    { value: 'x', title: 'constructor' },
    { value: 'HS256', title: 'HS256' },
  ],
} as const;

test('a form speaks the language of the page', async () => {
  expect(itemWords(await loadFormWords('de'), { ...item, selectItems: [...item.selectItems] })).toEqual({
    label: { text: 'Absender', lang: undefined },
    help: { text: 'Durch Leerzeichen getrennt.', lang: undefined },
    placeholder: 'Beispiel',
    choices: [
      { value: 'none', text: 'Nichts fragen (none)', lang: undefined },
      { value: 'x', text: 'constructor', lang: 'en' },
      { value: 'HS256', text: 'HS256', lang: undefined },
    ],
  });
});

test('what nobody has translated stays as the server says it, and is marked as English', async () => {
  const strange = { key: 'sender', label: 'Sender of yours', type: 'Text', tooltip: 'Some help' } as const;
  expect(itemWords(await loadFormWords('zh-TW'), strange)).toEqual({
    label: { text: 'Sender of yours', lang: 'en' },
    help: { text: 'Some help', lang: 'en' },
    placeholder: undefined,
    choices: [],
  });
  expect(await loadFormWords('en')).toEqual({});
});
