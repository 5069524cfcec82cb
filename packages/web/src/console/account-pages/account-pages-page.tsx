import { Field, useWords } from '@freehold/client/react/kit';
import { useId, useRef, useState } from 'react';
import type { PersonaId } from '../../account-preview/index.ts';
import { Page } from '../../ui/page.tsx';
import { management } from '../management-client.ts';
import { LoadedPart } from '../parts/loaded-part.tsx';
import { SaveBar } from '../parts/save-bar.tsx';
import { SavedMeanwhile } from '../parts/saved-meanwhile.tsx';
import { Tick } from '../parts/tick.tsx';
import { useGuardedSave, type Versioned, versioned } from '../parts/use-guarded-save.ts';
import { useKept } from '../parts/use-kept.ts';
import { useKeptDraft } from '../parts/use-kept-draft.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { FieldMatrix } from './field-matrix.tsx';
import { type LoadedSettings, loadSettings, sampleProvider } from './load-surroundings.ts';
import { PersonaAnswers } from './persona-answers.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { ProfileFields } from './profile-fields.tsx';
import { RelatedOrigins } from './related-origins.tsx';
import { changedParts, changeOf, draftOf, layOver, type SettingsDraft, settingsOf } from './settings-draft.ts';
import { partKey, partName, partValue } from './settings-words.ts';

/** `/console/account-pages`: what people see and change of their account, with a preview. */
export function AccountPagesPage() {
  const { text } = useWords();
  const { loaded, reload } = useLoaded('account-pages', loadSettings);
  return (
    <Page
      task={text('console.nav_account_pages')}
      heading={text('console.nav_account_pages')}
      lead={text('fields.lead')}
    >
      <LoadedPart loaded={loaded} onRetry={() => void reload()}>
        {value => <AccountPagesForm loaded={value} />}
      </LoadedPart>
    </Page>
  );
}

function AccountPagesForm({ loaded }: { readonly loaded: LoadedSettings }) {
  const words = useWords();
  const { text } = words;
  const id = useId();
  const { version, draft, edit, begin, discard } = useKeptDraft<SettingsDraft>(
    'account-pages',
    { value: draftOf(loaded.settings), etag: loaded.etags.settings },
    isSame,
  );
  const begun = version.value;
  const [persona, setPersona] = useState<PersonaId>('full');
  const [urlProblem, setUrlProblem] = useState<string>();
  const url = useRef<HTMLInputElement>(null);
  const [origin = '', keepOrigin] = useKept<string>('account-pages address');
  const [originInTheWay, setOriginInTheWay] = useState(false);
  const originField = useRef<HTMLInputElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const change = (part: Partial<SettingsDraft>) => edit({ ...draft, ...part });

  const { busy, problem, saved, meanwhile, save, settle } = useGuardedSave<SettingsDraft>({
    begun: version,
    mine: draft,
    isSame,
    read: async () => versioned(await management.getAccountCenter(), draftOf),
    write: async (before, mine, ifMatch) =>
      versioned(await management.updateAccountCenter({ body: changeOf(before, mine), ifMatch }), draftOf),
    onSaved: now => begin(now),
  });

  function take(theirs: Versioned<SettingsDraft>, mine: SettingsDraft): void {
    begin(theirs, mine);
    settle();
    // What had the focus is gone.
    bar.current?.focus();
  }

  function submit(): void {
    if (draft.deleteAccountUrl !== '' && !isWebAddress(draft.deleteAccountUrl)) {
      setUrlProblem(text('fields.delete_url_bad'));
      url.current?.focus();
      return;
    }
    setUrlProblem(undefined);
    // What was typed and not added would look as if it had been saved.
    setOriginInTheWay(origin.trim() !== '');
    if (origin.trim() !== '') originField.current?.focus();
    else save();
  }

  const settings = settingsOf(loaded.settings, draft);
  const provider = sampleProvider(loaded);
  const { policy, senders, experience } = loaded;
  return (
    <div className="fh-beside">
      <div className="fh-beside-columns">
        <div className="fh-beside-main">
          <div className="fh-panel">
            <Tick
              label={text('fields.enabled')}
              description={text(draft.enabled ? 'fields.enabled_on' : 'fields.enabled_off')}
              checked={draft.enabled}
              onChange={enabled => change({ enabled })}
            />
          </div>
          <FieldMatrix
            draft={draft}
            around={{ policy, senders, hasProviders: loaded.providers.length > 0 }}
            onChange={fields => change({ fields })}
          />
          <ProfileFields value={draft.profileFields} onChange={profileFields => change({ profileFields })} />
          <div className="fh-panel">
            <Field
              ref={url}
              label={text('fields.delete_url')}
              description={text('fields.delete_url_hint')}
              type="url"
              inputMode="url"
              dir="ltr"
              value={draft.deleteAccountUrl}
              problem={urlProblem}
              onChange={event => change({ deleteAccountUrl: event.currentTarget.value.trim() })}
            />
            <div className="fh-css">
              <label htmlFor={`${id}-css`}>{text('fields.css')}</label>
              <p className="fh-muted fh-small" id={`${id}-css-hint`}>
                {text('fields.css_hint')}
              </p>
              <textarea
                id={`${id}-css`}
                className="fh-code-area"
                aria-describedby={`${id}-css-hint`}
                rows={8}
                dir="ltr"
                spellCheck={false}
                autoCapitalize="none"
                autoCorrect="off"
                value={draft.customCss}
                onChange={event => change({ customCss: event.currentTarget.value })}
              />
            </div>
          </div>
          <RelatedOrigins
            value={draft.webauthnRelatedOrigins}
            onChange={webauthnRelatedOrigins => change({ webauthnRelatedOrigins })}
            typed={origin}
            onType={typed => {
              setOriginInTheWay(false);
              keepOrigin(typed === '' ? undefined : typed);
            }}
            isInTheWay={originInTheWay}
            field={originField}
          />
          {meanwhile === undefined ? null : (
            <SavedMeanwhile
              rows={changedParts(begun, meanwhile.value).map(part => {
                const mine = changedParts(begun, draft).some(own => partKey(own) === partKey(part));
                return {
                  key: partKey(part),
                  name: partName(part, words),
                  begun: partValue(part, begun, words),
                  now: partValue(part, meanwhile.value, words),
                  ...(mine && { mine: partValue(part, draft, words) }),
                };
              })}
              onKeepMine={() => take(meanwhile, layOver(begun, draft, meanwhile.value))}
              onTakeTheirs={() => take(meanwhile, meanwhile.value)}
            />
          )}
          <div className="fh-beside-save" ref={bar} tabIndex={-1}>
            {/* What is to become of both is answered above. */}
            {meanwhile === undefined ? (
              <SaveBar
                changes={changedParts(begun, draft).length}
                busy={busy}
                saved={saved}
                problem={problem}
                onSave={submit}
                onDiscard={() => {
                  discard();
                  keepOrigin(undefined);
                  settle();
                }}
              />
            ) : null}
          </div>
        </div>
        <div className="fh-beside-aside">
          <PreviewPanel shown={{ settings, policy, senders, experience, provider, persona }} onPersona={setPersona} />
          <PersonaAnswers {...{ settings, policy, senders, provider, persona }} />
        </div>
      </div>
    </div>
  );
}

const isSame = (one: SettingsDraft, other: SettingsDraft): boolean => changedParts(one, other).length === 0;

function isWebAddress(typed: string): boolean {
  if (!URL.canParse(typed)) return false;
  const { protocol } = new URL(typed);
  return protocol === 'https:' || protocol === 'http:';
}
