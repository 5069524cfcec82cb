/** The console says a form in the reader's language: what a kind asks for in English alone would stand there in English. */
import { guideParts } from '@freehold/contract';
import { locales } from '@freehold/messages';
import { connectorForms as de } from '@freehold/messages/de/console/connector-forms';
import { connectorGuides as deGuide } from '@freehold/messages/de/console/connector-guides';
import { connectorForms as en } from '@freehold/messages/en/console/connector-forms';
import { connectorGuides as enGuide } from '@freehold/messages/en/console/connector-guides';
import { connectorForms as es } from '@freehold/messages/es/console/connector-forms';
import { connectorGuides as esGuide } from '@freehold/messages/es/console/connector-guides';
import { connectorForms as fr } from '@freehold/messages/fr/console/connector-forms';
import { connectorGuides as frGuide } from '@freehold/messages/fr/console/connector-guides';
import { connectorForms as ja } from '@freehold/messages/ja/console/connector-forms';
import { connectorGuides as jaGuide } from '@freehold/messages/ja/console/connector-guides';
import { connectorForms as zhCn } from '@freehold/messages/zh-cn/console/connector-forms';
import { connectorGuides as zhCnGuide } from '@freehold/messages/zh-cn/console/connector-guides';
import { connectorForms as zhTw } from '@freehold/messages/zh-tw/console/connector-forms';
import { connectorGuides as zhTwGuide } from '@freehold/messages/zh-tw/console/connector-guides';
import { describe, expect, test } from 'vitest';
import { factories } from './factories.ts';
import type { FormItem } from './port.ts';

/** What is typed as it stands, in any language. */
const literals: ReadonlySet<string> = new Set([
  'smtp.example.com',
  '587',
  'help@example.com',
  'no-reply@example.com',
  'SG.…',
  'AC…',
  'MG…',
  'Bearer …',
  'https://gateway.example.com/messages',
  'https://id.example.com',
  'common',
  'HS256',
  'HS384',
  'HS512',
]);

/** Names of products and protocols, which no language translates. */
const properNames: ReadonlySet<string> = new Set([
  'SendGrid',
  'Twilio SMS',
  'OpenID Connect',
  'OAuth 2.0',
  'Google',
  'GitHub',
  'Microsoft',
  'Apple',
  'Mock Social',
]);

const saidBy = ({ label, description, tooltip, placeholder, selectItems = [] }: FormItem): string[] =>
  [label, description, tooltip, placeholder, ...selectItems.map(({ title }) => title)].filter(
    text => text !== undefined,
  );

const said = factories(true)
  .flatMap(({ metadata }) => metadata.formItems ?? [])
  .flatMap(saidBy)
  .filter(text => !literals.has(text));

const guided = factories(true)
  .flatMap(({ metadata }) => guideParts(metadata.readme))
  .map(({ text }) => text)
  // What is typed as it stands and nothing else.
  .filter(text => text !== '{1}' && text !== '');

describe('what the guides of the built-in kinds say', () => {
  const guides = { enGuide, deGuide, esGuide, frGuide, jaGuide, zhCnGuide, zhTwGuide };
  test.each(Object.entries(guides))('has a sentence for all of it, and no other: %s', (_, words) => {
    expect(Object.keys(words).sort()).toEqual([...new Set(guided)].sort());
  });
});

describe('what the forms of the built-in kinds say', () => {
  test.each(Object.entries({ en, de, es, fr, ja, zhCn, zhTw }))(
    'has a sentence for all of it, and no other: %s',
    (_, words) => {
      expect(Object.keys(words).sort()).toEqual([...new Set(said)].sort());
    },
  );

  test.each(factories(true).map(({ metadata }) => [metadata.id, metadata] as const))(
    'has its name and its purpose in every language: %s',
    (_, { name, description }) => {
      expect(Object.keys(description).sort()).toEqual([...locales].sort());
      if (!properNames.has(name.en)) expect(Object.keys(name).sort()).toEqual([...locales].sort());
    },
  );
});
