import { type RefObject, useEffect, useRef, useState } from 'react';

/**
 * Takes a file that is dragged onto a place of the page, or pasted anywhere around it but into a field.
 * @returns whether a file is being held over the place
 */
export function useGivenFile(place: RefObject<HTMLElement | null>, onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFile);
  latest.current = onFile;

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const ends = new AbortController();
    const { signal } = ends;
    const give = (event: Event, file: File | undefined) => {
      if (file === undefined) return;
      event.preventDefault();
      latest.current(file);
    };
    element.addEventListener(
      'dragover',
      event => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        // Without this the browser would open the file in place of the page, and all that is typed on it.
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      { signal },
    );
    element.addEventListener(
      'dragleave',
      event => {
        if (!(event.relatedTarget instanceof Node && element.contains(event.relatedTarget))) setOver(false);
      },
      { signal },
    );
    element.addEventListener(
      'drop',
      event => {
        setOver(false);
        give(event, event.dataTransfer?.files[0]);
      },
      { signal },
    );
    document.addEventListener(
      'paste',
      event => {
        if (!event.defaultPrevented && isAround(event.target, element)) give(event, event.clipboardData?.files[0]);
      },
      { signal },
    );
    return () => ends.abort();
  }, [place]);
  return isOver;
}

/** Not what an application around us pastes elsewhere, nor what is pasted into a field. */
function isAround(target: EventTarget | null, element: HTMLElement): boolean {
  if (!(target instanceof Element)) return false;
  if (target === document.body) return true;
  if (target.closest('input:not([type="file"], [type="range"]), textarea, select, [contenteditable]')) return false;
  return element.closest('.fh-root')?.contains(target) === true;
}
