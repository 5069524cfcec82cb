import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react';

const AnnounceContext = createContext<(sentence: string) => void>(() => {});

/** Who says sentences aloud, for a live region of one's own. */
export const AnnounceProvider = AnnounceContext.Provider;

/**
 * The page's one live region. Present and empty from the first paint: screen readers do not speak
 * the content that a region is born with.
 */
export function LiveRegion({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ sentence: '', turn: 0 });
  const announce = useCallback((sentence: string) => setSaid(last => ({ sentence, turn: last.turn + 1 })), []);
  useEffect(() => {
    if (said.sentence === '') return;
    // Whoever reads the page from its beginning later must not find there what was true then.
    const over = setTimeout(() => announce(''), 10_000);
    return () => clearTimeout(over);
  }, [said, announce]);
  return (
    <AnnounceContext value={announce}>
      {children}
      <Said said={said} />
    </AnnounceContext>
  );
}

/** The region itself, with what was said last. */
export function Said({ said }: { readonly said: { readonly sentence: string; readonly turn: number } }) {
  return (
    <div className="fh-visually-hidden" role="status" aria-live="polite">
      {/* A new element each time, so that the same sentence twice is spoken twice. */}
      <span key={said.turn}>{said.sentence}</span>
    </div>
  );
}

/** Says a sentence to people who do not see the page change. */
export function useAnnounce(): (sentence: string) => void {
  return use(AnnounceContext);
}
