import { ask, Notice, plain, StepForm, SubmitButton, useAnnounce, useTask, useWords } from '@freehold/client/react/kit';
import type { SavedConnector } from '@freehold/contract';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { management } from '../management-client.ts';
import { ConsoleLink, openPage } from '../parts/console-link.tsx';
import { isSame } from '../parts/same.ts';
import { Tick } from '../parts/tick.tsx';
import { useKept } from '../parts/use-kept.ts';
import { CallbackAddress } from './callback-address.tsx';
import type { Subject } from './connector-page.tsx';
import { DeleteConnector } from './delete-connector.tsx';
import { type Draft, draftOf, type Entry, type FormItem, readDraft, seldomItems, shownItems } from './form-draft.ts';
import { type FormProblems, noProblems, ownProblems, refusedProblems } from './form-problems.ts';
import { Guide } from './guide.tsx';
import { type Identity, identityOf, metadataOf } from './identity.ts';
import { IdentityFields } from './identity-fields.tsx';
import { ItemField } from './item-field.tsx';
import { localized } from './localized.ts';
import { TestMessage } from './test-message.tsx';
import { TryProvider } from './try-provider.tsx';
import { Warnings } from './warnings.tsx';

type Props = {
  readonly subject: Subject;
  readonly path: string;
  readonly saved: SavedConnector | undefined;
  readonly onSaved: (saved: SavedConnector) => void;
};

type Typed = { readonly id: string; readonly draft: Draft; readonly identity: Identity };

/** The settings of one connector, made from what its kind asks for; the ways to try it; and how to be rid of it. */
export function ConnectorForm({ subject, path, saved, onSaved }: Props) {
  const words = useWords();
  const { text, rich, locale } = words;
  const { factory, connector, replaces, settings, formWords } = subject;
  const items = factory.formItems ?? [];
  const [ownId] = useState(newId);
  const begun: Typed = {
    id: connector?.id ?? ownId,
    draft: draftOf(items, connector?.config),
    identity: identityOf(connector),
  };
  const [kept, keep] = useKept<Typed>(`connector ${path}`);
  const typed = kept ?? begun;
  const { draft, identity } = typed;
  const [problems, setProblems] = useState<FormProblems>(noProblems);
  const [open, setOpen] = useState<boolean>();
  const form = useRef<HTMLDivElement>(null);
  const { busy, slow, run } = useTask();
  const announce = useAnnounce();
  const isSocial = factory.type === 'Social';
  const known = new Set([...items.map(({ key }) => key), 'target', 'name', 'logo', 'logoDark']);

  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"], .fh-notice-error');
    if (problems !== noProblems) first?.focus();
  }, [problems]);

  function change(next: Partial<Typed>): void {
    const all = { ...typed, ...next };
    keep(isSame({ ...all, id: '' }, { ...begun, id: '' }) ? undefined : all);
  }

  function refuse(found: FormProblems): void {
    setProblems(found);
    if (seldomItems(items).some(({ key }) => found.fields[key] !== undefined)) setOpen(true);
    const first = Object.values(found.fields)[0];
    announce(first?.sentence ?? found.form?.sentence ?? '');
  }

  /** The config to send; undefined when the form says why there is none. */
  function readConfig() {
    const reading = readDraft(items, draft, connector?.config);
    if ('config' in reading) return reading.config;
    refuse(ownProblems(reading.problems, words));
    return undefined;
  }

  function save(): void {
    if (busy) return;
    const config = readConfig();
    if (config === undefined) return;
    if (factory.isStandard === true && identity.target.trim() === '') {
      refuse({ fields: { target: { sentence: text('connectors.entry_missing') } } });
      return;
    }
    setProblems(noProblems);
    announce(text('console.saving'));
    const metadata = factory.isStandard === true ? { metadata: metadataOf(identity, connector) } : {};
    const body = { config, ...metadata, ...(isSocial && { syncProfile: identity.syncProfile }) };
    void run(
      async () => {
        const answer =
          connector === undefined
            ? await ask(management.createConnector({ body: { ...body, id: typed.id, connectorId: factory.id } }))
            : await ask(management.updateConnector({ params: { id: connector.id }, body }));
        keep(undefined);
        announce(text('console.saved'));
        onSaved(answer);
        if (connector === undefined) openPage(`connectors/${encodeURIComponent(answer.id)}`, { replace: true });
        return undefined;
      },
      found => refuse(refusedProblems(found, known, words)),
    );
  }

  const shown = shownItems(items, draft);
  const seldom = seldomItems(shown);
  // Nothing that is set, and nothing that is wrong, hides.
  const isUsed = seldom.some(({ key }) => problems.fields[key] !== undefined || !isBlank(begun.draft[key]));
  const isOpen = open ?? isUsed;

  function fieldOf(item: FormItem) {
    const problem = problems.fields[item.key];
    return (
      <ItemField
        key={item.key}
        item={item}
        words={formWords}
        entry={draft[item.key] ?? ''}
        begun={begun.draft[item.key]}
        problem={problem && { member: problem.member, sentence: <Sentence {...problem} /> }}
        onChange={entry => change({ draft: { ...draft, [item.key]: entry } })}
      />
    );
  }

  const identityProblems = Object.fromEntries(
    Object.entries(problems.fields).map(([key, { sentence, detail = '' }]) => [key, `${sentence} ${detail}`.trim()]),
  );
  return (
    <div ref={form} className="fh-connector">
      <Guide readme={factory.readme} words={formWords} />
      {saved === undefined || kept !== undefined ? null : <Saved saved={saved} />}
      {replaces === undefined ? null : (
        <Notice tone="warning">
          <p>{rich('connectors.replaces', { name: localized(replaces.name, locale).text })}</p>
        </Notice>
      )}
      {isSocial ? <CallbackAddress id={typed.id} /> : null}
      <StepForm problem={problems.form} onSubmit={save}>
        {factory.isStandard === true ? (
          <IdentityFields
            identity={identity}
            isNew={connector === undefined}
            problems={identityProblems}
            onChange={next => change({ identity: next })}
          />
        ) : null}
        {shown.filter(item => !seldom.includes(item)).map(fieldOf)}
        {seldom.length === 0 ? null : (
          <details className="fh-more-items" open={isOpen} onToggle={event => setOpen(event.currentTarget.open)}>
            <summary>{text('connectors.more')}</summary>
            <div>{seldom.map(fieldOf)}</div>
          </details>
        )}
        {isSocial ? (
          <Tick
            label={text('connectors.sync_profile')}
            description={text('connectors.sync_profile_hint')}
            checked={identity.syncProfile}
            onChange={syncProfile => change({ identity: { ...identity, syncProfile } })}
          />
        ) : null}
        <SubmitButton busy={busy} slow={slow} busyLabel={text('console.saving')}>
          {text(connector === undefined ? 'connectors.connect' : 'connectors.save')}
        </SubmitButton>
        {kept === undefined || connector === undefined ? null : (
          <Button
            variant="default"
            onClick={() => {
              setProblems(noProblems);
              keep(undefined);
            }}
          >
            {text('console.discard')}
          </Button>
        )}
      </StepForm>
      {isSocial ? null : <TestMessage factory={factory} readConfig={readConfig} onRefused={refuse} known={known} />}
      {isSocial && connector !== undefined ? (
        <TryProvider connector={connector} settings={settings} isChanged={kept !== undefined} />
      ) : null}
      {connector === undefined ? null : (
        <DeleteConnector connector={connector} settings={settings} onDeleted={() => keep(undefined)} />
      )}
    </div>
  );
}

const isBlank = (entry: Entry | undefined): boolean => entry === undefined || entry === '' || entry === false;

function Sentence({ sentence, detail }: { readonly sentence: string; readonly detail?: string }) {
  return (
    <>
      {sentence} {detail === undefined ? null : <span lang="en">{plain(detail, 300)}</span>}
    </>
  );
}

/** What was saved, what it does not have, and where to go on. */
function Saved({ saved }: { readonly saved: SavedConnector }) {
  const { text } = useWords();
  return (
    <>
      <Notice tone="ok">
        <p>{text('console.saved')}</p>
        <p>
          {text(`connectors.next_${saved.type}`)}{' '}
          <ConsoleLink to="sign-in-experience/methods">{text('console.nav_sign_in_experience')}</ConsoleLink>
        </p>
      </Notice>
      <Warnings saved={saved} />
    </>
  );
}

/** Chosen here, so that the address for the provider is known before anything is saved. */
function newId(): string {
  const letters = '0123456789abcdefghijklmnopqrstuvwxyz';
  return [...crypto.getRandomValues(new Uint8Array(12))].map(byte => letters[byte % letters.length]).join('');
}
