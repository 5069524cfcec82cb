import type { ComponentType, ReactNode } from 'react';
import { useEmbedding } from './embedding.ts';
import { Root } from './root.tsx';
import { UntilRead } from './until-read.tsx';

/**
 * Makes a part of the account into what an application mounts: with a root of its own in the application's page, and without
 * one where the whole page is ours.
 */
export function embedded<Props extends object>(Part: ComponentType<Props>): (props: Props) => ReactNode {
  return function Embedded(props) {
    const embedding = useEmbedding();
    if (embedding?.ready === false) return embedding.fallback;
    const part = (
      <UntilRead fallback={embedding?.fallback}>
        <Part {...props} />
      </UntilRead>
    );
    return embedding === undefined ? part : <Root embedding={embedding}>{part}</Root>;
  };
}
