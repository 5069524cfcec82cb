import { createContext, type ReactNode, use } from 'react';

/** How our parts look and read inside an application's own page. */
export interface Embedding {
  /** Language of the sentences (BCP 47). */
  readonly locale: string;
  readonly scheme: 'light' | 'dark';
  /** Whether the sentences are there: before that there is nothing to show. */
  readonly ready: boolean;
  /** What stands in place of a part until they are. */
  readonly fallback: ReactNode;
  /** Where the account comes from, and its pictures may; undefined where the application has made the client. */
  readonly origin: string | undefined;
  /** For style elements that the component library writes. */
  readonly nonce: string | undefined;
}

const EmbeddingContext = createContext<Embedding | undefined>(undefined);

export const EmbeddingProvider = EmbeddingContext.Provider;

/** The application around; undefined where the whole page is ours. */
export const useEmbedding = (): Embedding | undefined => use(EmbeddingContext);
