import { ask, useWords } from '@freehold/client/react/kit';
import type { Connector, ConnectorFactory, SavedConnector, SignInExperience } from '@freehold/contract';
import type { Locale } from '@freehold/messages/negotiate';
import { useState } from 'react';
import { Page } from '../../ui/page.tsx';
import { usePath } from '../../ui/route.ts';
import { management } from '../management-client.ts';
import { ConsoleLink } from '../parts/console-link.tsx';
import { LoadedPart } from '../parts/loaded-part.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { ConnectorForm } from './connector-form.tsx';
import { type FormWords, loadFormWords } from './form-words.ts';
import { localized } from './localized.ts';

/** What a page about one connector knows: its kind, itself where it is there already, and what uses it. */
export type Subject = {
  readonly factory: ConnectorFactory;
  readonly connector: Connector | undefined;
  /** The sender that a new one would take the place of. */
  readonly replaces: Connector | undefined;
  readonly settings: SignInExperience;
  /** What the form says in the reader's language. */
  readonly formWords: FormWords;
};

/** `/console/connectors/{id}` and `/console/connectors/new/{factoryId}`: one connector. */
export function ConnectorPage() {
  const path = usePath();
  const { text, locale } = useWords();
  const [saved, setSaved] = useState<SavedConnector>();
  const { loaded, reload, put } = useLoaded(`${path} ${locale}`, () => load(path, locale));
  const subject = loaded.at === 'ready' ? loaded.value : undefined;
  const named = subject && (subject.connector ?? subject.factory);
  const name = named && localized(named.name, locale);
  return (
    <>
      <p>
        <ConsoleLink to="connectors">{text('connectors.back')}</ConsoleLink>
      </p>
      <Page
        task={name?.text ?? text('console.nav_connectors')}
        heading={name === undefined ? text('console.nav_connectors') : <bdi lang={name.lang}>{name.text}</bdi>}
      >
        <LoadedPart loaded={loaded} onRetry={() => void reload()}>
          {found => (
            <ConnectorForm
              subject={found}
              path={path}
              saved={saved?.id === found.connector?.id ? saved : undefined}
              onSaved={next => {
                setSaved(next);
                put({ ...found, connector: next, replaces: undefined });
              }}
            />
          )}
        </LoadedPart>
      </Page>
    </>
  );
}

async function load(path: string, locale: Locale): Promise<Subject> {
  const [, , , first = '', second = ''] = path.split('/').map(decodeURIComponent);
  const [connectors, settings, formWords] = await Promise.all([
    ask(management.listConnectors()),
    ask(management.getSignInExperience()),
    loadFormWords(locale),
  ]);
  if (first === 'new') {
    const factory = await ask(management.getConnectorFactory({ params: { id: second } }));
    const replaces = factory.type === 'Social' ? undefined : connectors.find(({ type }) => type === factory.type);
    return { factory, connector: undefined, replaces, settings, formWords };
  }
  const connector = await ask(management.getConnector({ params: { id: first } }));
  const factory = await ask(management.getConnectorFactory({ params: { id: connector.connectorId } }));
  return { factory, connector, replaces: undefined, settings, formWords };
}
