import { useWords } from '@freehold/client/react/kit';
import type { PageKey } from '@freehold/messages';
import { useState } from 'react';
import { boot } from '../ui/boot.ts';

const { termsOfUseUrl, privacyPolicyUrl, agreement } = boot.signIn;

/** What people tick; undefined where there is nothing to read. */
const words: PageKey | undefined =
  termsOfUseUrl !== undefined && privacyPolicyUrl !== undefined
    ? 'agree.both'
    : termsOfUseUrl !== undefined
      ? 'agree.terms'
      : privacyPolicyUrl !== undefined
        ? 'agree.privacy'
        : undefined;

/** Whether somebody has agreed in this sign-in: asked once, on whichever page comes first. */
export const given = { agreed: false };

/** Whether people have to agree to the terms before they go on. */
export const mustAgree = (to: 'sign-in' | 'register'): boolean =>
  words !== undefined && (agreement === 'always' || (agreement === 'registration' && to === 'register'));

/** The box of a page that leads on `to` something, and whether one may go on. */
export function useAgreement(to: 'sign-in' | 'register') {
  const [agreed, setAgreed] = useState(given.agreed);
  // Whoever has ticked it on the page before is not asked again.
  const [asks] = useState(mustAgree(to) && !(given.agreed && to === 'register'));
  function change(next: boolean): void {
    given.agreed = next;
    setAgreed(next);
  }
  return { missing: asks && !agreed, box: asks ? <Agreement agreed={agreed} onChange={change} /> : null };
}

type Props = {
  readonly agreed: boolean;
  readonly onChange: (agreed: boolean) => void;
};

/**
 * The box to tick. What it is about can be read through the links at the foot of every page: links within the words of a
 * box would be hit by whoever means the box.
 */
function Agreement({ agreed, onChange }: Props) {
  const { text } = useWords();
  if (words === undefined) return null;
  return (
    <label className="fh-check">
      <input
        type="checkbox"
        name="agree"
        checked={agreed}
        required
        onChange={event => onChange(event.currentTarget.checked)}
      />
      <span>{text(words)}</span>
    </label>
  );
}
