import { createClient } from '@freehold/client';
import { Notice, useAnnounce, useWords } from '@freehold/client/react/kit';
import { Button, Loader } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { Page } from '../ui/page.tsx';
import { isCallback, type RelyingParty, type SignedIn } from './relying-party.ts';
import { signInFailure } from './sign-in-failure.ts';

type Props = {
  readonly relyingParty: RelyingParty;
  /** What the tab is called while nobody is signed in. */
  readonly task: string;
  /** More parameters of the authorization request. */
  readonly more?: Readonly<Record<string, string>>;
  /** What stands around the page while nobody is signed in. */
  readonly around?: (page: ReactNode) => ReactNode;
  readonly children: (signedIn: SignedIn) => ReactNode;
};

type State =
  | { readonly at: 'opening' }
  | { readonly at: 'signed-out'; readonly problem: string }
  | { readonly at: 'signed-in'; readonly signedIn: SignedIn };

// Begun once per load: the provider's answer in the address works a single time.
let opening: Promise<SignedIn | 'leaving'> | undefined;

/**
 * Shows its children to whoever is signed in, and has everybody else sign in first; they come back to the address that they
 * wanted to open.
 */
export function SignedInOnly({ relyingParty, task, more, around = page => page, children }: Props) {
  const words = useWords();
  const { text, locale } = words;
  const announce = useAnnounce();
  const [state, setState] = useState<State>({ at: 'opening' });

  useEffect(() => {
    let current = true;
    opening ??= open(relyingParty, locale, more);
    opening.then(
      result => {
        if (current && result !== 'leaving') setState({ at: 'signed-in', signedIn: result });
      },
      (error: unknown) => {
        if (current) setState({ at: 'signed-out', problem: signInFailure(error, words) });
      },
    );
    return () => {
      current = false;
    };
  }, [relyingParty, locale, more, words]);

  function signInAgain(): void {
    relyingParty.beginSignIn({ locale, returnTo: here(), ...(more && { more }) }).catch((error: unknown) => {
      const problem = signInFailure(error, words);
      setState({ at: 'signed-out', problem });
      announce(problem);
    });
  }

  if (state.at === 'signed-in') return children(state.signedIn);
  if (state.at === 'opening') {
    return around(
      <Page task={task} heading={task} passing>
        <Loader className="fh-waiting" color="var(--fh-muted)" />
      </Page>,
    );
  }
  return around(
    <Page task={task} heading={text('session.not_signed_in')}>
      <Notice tone="error">
        <p>
          <bdi>{state.problem}</bdi>
        </p>
      </Notice>
      <div>
        <Button onClick={signInAgain}>{text('session.sign_in_again')}</Button>
      </div>
    </Page>,
  );
}

async function open(
  relyingParty: RelyingParty,
  locale: string,
  more: Readonly<Record<string, string>> | undefined,
): Promise<SignedIn | 'leaving'> {
  if (isCallback(relyingParty.redirectUri)) {
    const { signedIn, returnTo } = await relyingParty.finishSignIn();
    if (returnTo === undefined || returnTo === here()) return signedIn;
    // Loaded anew: what the server knows of the address that was asked for comes with the page.
    location.replace(returnTo);
    return 'leaving';
  }
  const signedIn = relyingParty.remembered();
  if (signedIn !== undefined) return signedIn;
  await relyingParty.beginSignIn({ locale, returnTo: here(), ...(more && { more }) });
  return 'leaving';
}

const here = (): string => location.pathname + location.search;

/**
 * The Account API for whoever is signed in. When the sign-in is over and cannot be renewed, the person signs in again and
 * comes back to the same address.
 */
export function accountClientOf(
  relyingParty: RelyingParty,
  locale: () => string,
  more: Readonly<Record<string, string>> = {},
) {
  return createClient({
    endpoint: '',
    language: () => document.documentElement.lang,
    token: async refused => {
      const signedIn = relyingParty.remembered();
      if (signedIn !== undefined && refused !== signedIn.accessToken) return signedIn.accessToken;
      const renewed = signedIn && (await relyingParty.refresh(signedIn));
      if (renewed !== undefined) return renewed.accessToken;
      await relyingParty.beginSignIn({ locale: locale(), returnTo: here(), more });
      // The browser leaves; nothing that waits for an answer may go on meanwhile.
      return new Promise<never>(() => {});
    },
  });
}
