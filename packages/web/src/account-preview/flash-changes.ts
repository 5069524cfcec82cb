/** How long after a change of the settings the page may still be changing because of it. */
const settling = 1500;

const rows = '.fh-row, .fh-panel, li, tr';

/**
 * Lights up once every row that changes in the next moment. It watches the page rather than the settings: what a setting
 * does to a page is the components' own business, and a row that stays as it is tells the administrator as much.
 */
export function flashChanges(root: HTMLElement | null): () => void {
  if (root === null || matchMedia('(prefers-reduced-motion: reduce)').matches) return () => {};
  const observer = new MutationObserver(changes => {
    for (const change of changes) {
      const from = change.type === 'characterData' ? change.target.parentElement : (change.target as Element);
      const added = [...change.addedNodes].filter(node => node instanceof Element);
      for (const element of added.length > 0 ? added : [from]) light(element?.closest(rows) ?? undefined);
    }
  });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  const end = setTimeout(() => observer.disconnect(), settling);
  return () => {
    clearTimeout(end);
    observer.disconnect();
  };
}

function light(row: Element | undefined): void {
  if (row === undefined || row.classList.contains('fh-flash')) return;
  row.classList.add('fh-flash');
  row.addEventListener('animationend', () => row.classList.remove('fh-flash'), { once: true });
}
