import {
  CheckIcon,
  CrossIcon,
  isSignInOver,
  Notice,
  plain,
  problemSentence,
  SubmitButton,
  useTask,
  useWords,
} from '@freehold/client/react/kit';
import type { PageKey } from '@freehold/messages';
import { Button } from '@mantine/core';
import { type FormEvent, Fragment, type ReactNode, useState } from 'react';
import { boot } from '../ui/boot.ts';
import { Page } from '../ui/page.tsx';
import { answerConsent } from './experience.ts';
import { StartFromAppPage } from './start-from-app-page.tsx';

const scopeWords: Readonly<Record<string, PageKey>> = {
  profile: 'consent.scope.profile',
  email: 'consent.scope.email',
  phone: 'consent.scope.phone',
  address: 'consent.scope.address',
  custom_data: 'consent.scope.custom_data',
  identities: 'consent.scope.identities',
  roles: 'consent.scope.roles',
  offline_access: 'consent.scope.offline_access',
  'urn:logto:scope:organizations': 'consent.scope.urn_logto_scope_organizations',
  'urn:logto:scope:organization_roles': 'consent.scope.urn_logto_scope_organization_roles',
  'urn:logto:scope:sessions': 'consent.scope.urn_logto_scope_sessions',
  'urn:logto:scope:trusted_devices': 'consent.scope.urn_logto_scope_trusted_devices',
};

/** `/consent`: what an application of somebody else will be able to do, in plain words, and a real choice. */
export function ConsentPage() {
  const words = useWords();
  const { text, rich } = words;
  const [problem, setProblem] = useState<string>();
  const [over, setOver] = useState(false);
  const { busy, slow, run } = useTask();
  const { application, consent } = boot;

  if (over || application === undefined || consent === undefined) return <StartFromAppPage />;

  const app = plain(application.name);
  // A name that looks like ours is anybody's to choose: that the app is not ours stands under each.
  const stranger = rich('consent.stranger', { tenant: plain(boot.tenantName) });
  const lead =
    application.host === undefined ? (
      stranger
    ) : (
      <>
        <bdi className="fh-consent-host" dir="ltr">
          {plain(application.host, 253)}
        </bdi>
        {stranger}
      </>
    );
  // `openid` says no more than whose account it is; it is named only when there is nothing else.
  // How long it lasts comes after what it is.
  const lasting = ['offline_access'];
  const scopes = [
    ...consent.userScopes.filter(scope => scope !== 'openid' && !lasting.includes(scope)),
    ...consent.userScopes.filter(scope => lasting.includes(scope)),
  ];
  const nothingElse = scopes.length === 0 && consent.resources.length === 0;
  const sentence = (scope: string): ReactNode => {
    const key = scopeWords[scope];
    return key === undefined ? rich('consent.scope_other', { scope: plain(scope) }) : text(key);
  };
  const account = plain(consent.account.name ?? consent.account.identifier ?? '', 120);
  const identifier = plain(consent.account.identifier ?? '', 256);

  function answer(choice: 'allow' | 'cancel'): void {
    if (busy) return;
    setProblem(undefined);
    void run(
      () => answerConsent(choice),
      found => (isSignInOver(found) ? setOver(true) : setProblem(problemSentence(found, words))),
    );
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    answer('allow');
  }

  return (
    <Page task={text('consent.task')} heading={rich('consent.heading', { app })} lead={lead}>
      {problem === undefined ? null : (
        <Notice tone="error">
          <p>{problem}</p>
        </Notice>
      )}
      <div className="fh-account">
        <span className="fh-account-initial" aria-hidden="true">
          {[...account][0]?.toLocaleUpperCase() ?? '·'}
        </span>
        <span>
          <span className="fh-muted fh-small">{text('consent.as')}</span>
          <bdi className="fh-account-name">{account}</bdi>
          {identifier === account ? null : <bdi className="fh-muted fh-small">{identifier}</bdi>}
        </span>
      </div>
      <section className="fh-scopes">
        <h2 className="fh-scopes-title">{text('consent.will')}</h2>
        {nothingElse ? <Abilities of={[{ key: 'openid', words: text('consent.scope_minimum') }]} /> : null}
        <Abilities of={scopes.map(scope => ({ key: scope, words: sentence(scope) }))} />
        {consent.resources.map(({ name, scopes: named }) => (
          <Fragment key={name}>
            <h3 className="fh-scopes-resource">{rich('consent.at_resource', { resource: plain(name, 120) })}</h3>
            <Abilities
              of={named.map(scope => ({
                key: scope.name,
                words:
                  scope.description === undefined ? (
                    rich('consent.scope_other', { scope: plain(scope.name, 120) })
                  ) : (
                    <bdi>{plain(scope.description, 300)}</bdi>
                  ),
              }))}
            />
          </Fragment>
        ))}
        <h2 className="fh-scopes-title">{text('consent.will_not')}</h2>
        <ul className="fh-rules">
          {(['consent.not_change', 'consent.not_password'] as const).map(key => (
            <li key={key} className="fh-rule fh-rule-never">
              <CrossIcon />
              <span>{text(key)}</span>
            </li>
          ))}
        </ul>
      </section>
      <form className="fh-choice" method="post" onSubmit={submit}>
        <Button variant="default" type="button" aria-disabled={busy || undefined} onClick={() => answer('cancel')}>
          {text('consent.cancel')}
        </Button>
        <SubmitButton busy={busy} slow={slow} busyLabel={text('consent.busy')}>
          {text('consent.allow')}
        </SubmitButton>
      </form>
      <p className="fh-muted fh-small">{rich('consent.return', { app })}</p>
    </Page>
  );
}

/** What the app will be able to do, point by point. */
function Abilities({ of }: { readonly of: readonly { readonly key: string; readonly words: ReactNode }[] }) {
  if (of.length === 0) return null;
  return (
    <ul className="fh-rules">
      {of.map(({ key, words }) => (
        <li key={key} className="fh-rule fh-rule-met">
          <CheckIcon />
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}
