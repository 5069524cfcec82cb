/** The form that the server wrote, and what somebody has typed into it before this script took its place. */
import { draft } from './about.ts';
import { given } from './agreement.tsx';

type Focus = {
  readonly field: 'identifier' | 'password' | 'agree' | 'submit';
  readonly start: number | null;
  readonly end: number | null;
};

/** What was found there; read once, by the first page. In memory only. */
export const typedBefore: { password: string; focus?: Focus } = { password: '' };

/**
 * Waits until the form can be taken away, and returns what reads it. Taking it while a Chinese or Japanese word is being
 * composed would cut the word off.
 */
export async function takeOver(): Promise<() => void> {
  if (composing) await new Promise(resolve => addEventListener('compositionend', resolve, { once: true }));
  return read;
}

function read(): void {
  const form = document.querySelector<HTMLFormElement>('#root form[action^="/sign-in"]');
  if (form === null) return;
  const field = (name: string) => form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  draft.identifier = field('identifier')?.value ?? draft.identifier;
  typedBefore.password = field('password')?.value ?? '';
  given.agreed = field('agree')?.checked ?? false;
  const { activeElement } = document;
  for (const name of ['identifier', 'password', 'agree'] as const) {
    const one = field(name);
    if (one === null || one !== activeElement) continue;
    typedBefore.focus = { field: name, start: one.selectionStart, end: one.selectionEnd };
  }
  if (activeElement instanceof HTMLButtonElement && form.contains(activeElement)) {
    typedBefore.focus = { field: 'submit', start: null, end: null };
  }
}

let composing = false;
// An update also tells of a word that was begun before this script came.
for (const type of ['compositionstart', 'compositionupdate'] as const) {
  addEventListener(type, () => {
    composing = true;
  });
}
addEventListener('compositionend', () => {
  composing = false;
});
