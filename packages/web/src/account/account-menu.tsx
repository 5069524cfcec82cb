import { Avatar, useAccount } from '@freehold/client/react';
import { ChevronIcon, Notice, plain, useSignOut, useWords } from '@freehold/client/react/kit';
import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { appearances, chooseAppearance, chosenAppearance, offersAppearances } from '../ui/appearance.ts';

type Props = { readonly onSignOut: () => Promise<void> };

/** Who is signed in, how the pages look, and the way out. */
export function AccountMenu({ onSignOut }: Props) {
  const { text } = useWords();
  const { state } = useAccount();
  const [open, setOpen] = useState(false);
  const panel = useId();
  const around = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const account = state.at === 'ready' ? state.view.account : undefined;
  const name = plain(account?.name ?? account?.username ?? account?.primaryEmail ?? '');

  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => {
      if (!around.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', close, true);
    addEventListener('focusin', close, true);
    return () => {
      removeEventListener('pointerdown', close, true);
      removeEventListener('focusin', close, true);
    };
  }, [open]);

  function leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    button.current?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from wherever the focus is inside
    <div className="fh-account-menu" ref={around} onKeyDown={leave}>
      <button
        ref={button}
        type="button"
        className="fh-account-button"
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {account === undefined ? null : <Avatar account={account} size={32} />}
        {/* Without a picture it says in words what it is. */}
        <span className={state.at === 'failed' ? undefined : 'fh-visually-hidden'}>{text('account.menu')}</span>
        <ChevronIcon />
      </button>
      {/* There while it is closed too: what a button says it controls has to exist. */}
      <div className="fh-account-panel" id={panel} hidden={!open}>
        {name === '' ? null : (
          <div className="fh-account-who">
            <bdi className="fh-account-name">{name}</bdi>
            {account?.primaryEmail && account.primaryEmail !== name ? (
              <bdi className="fh-muted fh-small" dir="ltr">
                {plain(account.primaryEmail, 256)}
              </bdi>
            ) : null}
          </div>
        )}
        {offersAppearances() ? <AppearanceChoice /> : null}
        <SignOut onSignOut={onSignOut} />
      </div>
    </div>
  );
}

function AppearanceChoice() {
  const { text } = useWords();
  const name = useId();
  const [chosen, setChosen] = useState(chosenAppearance);
  return (
    <fieldset className="fh-appearance">
      <legend>{text('account.appearance')}</legend>
      {appearances.map(appearance => (
        <label key={appearance}>
          <input
            type="radio"
            name={name}
            checked={chosen === appearance}
            onChange={() => {
              setChosen(appearance);
              chooseAppearance(appearance);
            }}
          />
          {text(`account.appearance_${appearance}`)}
        </label>
      ))}
    </fieldset>
  );
}

function SignOut({ onSignOut }: Props) {
  const { text } = useWords();
  const { busy, failed, signOut } = useSignOut(onSignOut);
  return (
    <>
      {failed ? (
        <Notice tone="error">
          <p>{text('account.sign_out_failed')}</p>
        </Notice>
      ) : null}
      <Button variant="default" fullWidth aria-disabled={busy || undefined} onClick={signOut}>
        {text(busy ? 'account.signing_out' : 'account.sign_out')}
      </Button>
    </>
  );
}
