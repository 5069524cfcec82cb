import type { ReactNode } from 'react';
import { useEmbedding } from './embedding.ts';
import { Theme } from './root.tsx';

/** A dialog of the whole page, which no part of ours stands around: inside an application it brings its theme along. */
export function Floating({ children }: { readonly children: ReactNode }) {
  const embedding = useEmbedding();
  return embedding === undefined ? children : <Theme embedding={embedding}>{children}</Theme>;
}
