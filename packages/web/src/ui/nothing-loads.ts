/**
 * Says that the sentences of the page could not be fetched, in the one language that needs none of them. A form that the server
 * wrote stays: it works without this script.
 */
export function sayNothingLoads(root: HTMLElement): void {
  if (root.childElementCount > 0) return;
  const sentence = document.createElement('p');
  sentence.textContent = 'This page couldn’t be loaded. Check your connection and try again.';
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'fh-link';
  again.textContent = 'Try again';
  again.addEventListener('click', () => location.reload());
  const said = document.createElement('main');
  said.className = 'fh-nothing-loads';
  said.lang = 'en';
  said.dir = 'ltr';
  said.role = 'alert';
  said.append(sentence, again);
  root.append(said);
}
