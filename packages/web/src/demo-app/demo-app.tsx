import { Notice, Problem, problemSentence, useAnnounce, useWords } from '@freehold/client/react/kit';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { isCallback, providerSays, type SignedIn, UnknownSignIn } from '../relying-party/relying-party.ts';
import { boot } from '../ui/boot.ts';
import { Page } from '../ui/page.tsx';
import { type Account, readAccount } from './account.ts';
import { AccountCard } from './account-card.tsx';
import { relyingParty } from './relying-party.ts';
import { Values } from './values.tsx';

type State =
  | { readonly at: 'loading' }
  | { readonly at: 'signed-out'; readonly problem?: string }
  | { readonly at: 'signed-in'; readonly signedIn: SignedIn; readonly account?: Account; readonly problem?: Problem };

// Begun once per load: the provider's answer in the address works a single time.
let opening: Promise<SignedIn | undefined> | undefined;

/** Where an administrator opens the Account API. */
const accountPages = `${boot.endpoint}/console/account-pages`;

/** `/demo-app`: an ordinary application that signs people in with OpenID Connect and uses the Account API. */
export function DemoApp() {
  const words = useWords();
  const { text } = words;
  const [state, setState] = useState<State>({ at: 'loading' });
  const [leaving, setLeaving] = useState(false);
  const announce = useAnnounce();

  useEffect(() => {
    let current = true;
    opening ??= isCallback(relyingParty.redirectUri)
      ? relyingParty.finishSignIn().then(({ signedIn }) => signedIn)
      : Promise.resolve(relyingParty.remembered());
    opening.then(
      async signedIn => {
        const next = signedIn === undefined ? ({ at: 'signed-out' } as const) : await open(signedIn);
        if (current) setState(next);
      },
      error => {
        const problem = error instanceof UnknownSignIn ? text('demo.unknownAnswer') : said(error);
        if (current) setState({ at: 'signed-out', problem });
      },
    );
    return () => {
      current = false;
    };
  }, [text]);

  async function leave(work: () => Promise<void>): Promise<void> {
    if (leaving) return;
    setLeaving(true);
    try {
      await work();
    } catch (error) {
      setLeaving(false);
      announce(said(error));
      setState({ at: 'signed-out', problem: said(error) });
    }
  }

  if (state.at === 'loading') {
    return <Page task={text('demo.task')} heading={text('demo.heading')} lead={text('demo.loading')} />;
  }
  if (state.at === 'signed-out') {
    return (
      <Page task={text('demo.task')} heading={text('demo.heading')} lead={text('demo.lead')}>
        {state.problem === undefined ? null : (
          <Notice tone="error">
            <p>{text('demo.failed')}</p>
            <p>
              <bdi>{state.problem}</bdi>
            </p>
          </Notice>
        )}
        <div>
          <Button
            aria-disabled={leaving || undefined}
            onClick={() => void leave(() => relyingParty.beginSignIn({ locale: words.locale }))}
          >
            {text('demo.signIn')}
          </Button>
        </div>
      </Page>
    );
  }
  const { signedIn, account, problem } = state;
  const ended = problem?.status === 401;
  return (
    <Page task={text('demo.task')} heading={text('demo.heading')} lead={ended ? undefined : text('demo.signedIn')}>
      {problem === undefined ? null : (
        <Notice tone="warning">
          <p>{problemSentence(problem, words)}</p>
          {problem.code === 'account_center.not_enabled' ? (
            <>
              <p>{text('demo.howToEnable')}</p>
              <p>
                <a className="fh-link" href={accountPages} dir="ltr">
                  {accountPages}
                </a>
              </p>
            </>
          ) : null}
          {ended ? (
            <p>
              <button
                type="button"
                className="fh-link"
                onClick={() => {
                  relyingParty.forget();
                  void leave(() => relyingParty.beginSignIn({ locale: words.locale }));
                }}
              >
                {text('demo.signInAgain')}
              </button>
            </p>
          ) : null}
        </Notice>
      )}
      {account === undefined ? null : (
        <AccountCard
          account={account}
          signedIn={signedIn}
          onChanged={(changed, who) => setState({ at: 'signed-in', signedIn: who, account: changed })}
        />
      )}
      <section className="fh-section" aria-labelledby="claims">
        <h2 id="claims">{text('demo.claims')}</h2>
        <p className="fh-muted fh-small">{text('demo.claimsHint')}</p>
        <Values values={signedIn.claims} />
      </section>
      <div>
        <Button
          variant="default"
          aria-disabled={leaving || undefined}
          onClick={() => void leave(() => relyingParty.signOut(signedIn))}
        >
          {text('demo.signOut')}
        </Button>
      </div>
    </Page>
  );
}

// Whoever looks at this application builds one: the error as it is tells them most.
const said = (error: unknown): string => providerSays(error) ?? String(error);

async function open(signedIn: SignedIn): Promise<State> {
  try {
    return { at: 'signed-in', ...(await readAccount(signedIn)) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { at: 'signed-in', signedIn, problem: error };
  }
}
