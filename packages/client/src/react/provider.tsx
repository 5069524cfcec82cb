'use client';

import { type ReactNode, useMemo, useRef } from 'react';
import { type Client, type ClientOptions, createClient } from '../index.ts';
import { AccountScope } from './account-scope.tsx';
import { type Embedding, EmbeddingProvider } from './embedding/embedding.ts';
import { Layer } from './embedding/layer.tsx';
import { usePageLanguage } from './embedding/use-page-language.ts';
import { type ColorScheme, useScheme } from './embedding/use-scheme.ts';
import { noWords, type Strings, useSentences } from './embedding/use-sentences.ts';
import { type Framing, FramingProvider } from './frame.tsx';
import { WordsProvider } from './kit/index.ts';

/** How the server is reached: by address and token, or by a client that the application has made. */
type Reach =
  | {
      /** Base URL of the server, such as `https://id.example.com`. */
      readonly endpoint: string;
      /**
       * The access token of whoever is signed in; may be another function at each render. When the server refuses a token, it
       * is asked for once more with the refused one: renew it then, or send the person to sign in and never answer.
       */
      readonly token: NonNullable<ClientOptions['token']>;
      readonly client?: undefined;
    }
  | { readonly client: Client; readonly endpoint?: undefined; readonly token?: undefined };

export type FreeholdProviderProps = Reach & {
  /** Language of the sentences (BCP 47); otherwise that of the document, or of the browser. */
  readonly locale?: string;
  /** `light` unless told otherwise; `auto` follows the system. */
  readonly colorScheme?: ColorScheme;
  /** Level of the heading of a part: 2 unless told otherwise. Those in it follow. */
  readonly headingLevel?: Framing['level'];
  /** Sentences of your own, by key. */
  readonly strings?: Strings;
  /** Below which node dialogs are mounted; the end of the body unless told otherwise. */
  readonly portal?: HTMLElement;
  /** Nonce of the content security policy, for style elements that the component library may write. */
  readonly nonce?: string;
  /** What stands in place of a part until its sentences are loaded. */
  readonly fallback?: ReactNode;
  readonly children: ReactNode;
};

/**
 * The account of whoever is signed in, for every hook and part of ours below. It draws nothing itself, so it may stand around
 * the whole application. Give it another `key` when another person signs in.
 *
 * @example
 * <FreeholdProvider endpoint="https://id.example.com" token={refused => session.accessToken(refused)}>
 *   <ChangePassword />
 * </FreeholdProvider>
 */
export function FreeholdProvider(props: FreeholdProviderProps) {
  const { headingLevel = 2, fallback = null, nonce, portal, children } = props;
  const wanted = usePageLanguage(props.locale);
  const words = useSentences(wanted, props.strings);
  const scheme = useScheme(props.colorScheme ?? 'light');
  const locale = words?.locale ?? wanted;
  const client = useGivenClient(props, locale);
  const ready = words !== undefined;
  const origin = URL.canParse(props.endpoint ?? '') ? new URL(props.endpoint ?? '').origin : undefined;
  const embedding = useMemo<Embedding>(
    () => ({ locale, scheme, ready, fallback, origin, nonce }),
    [locale, scheme, ready, fallback, origin, nonce],
  );
  const framing = useMemo<Framing>(() => ({ level: headingLevel }), [headingLevel]);
  return (
    <EmbeddingProvider value={embedding}>
      <WordsProvider value={words ?? noWords}>
        <FramingProvider value={framing}>
          <Layer embedding={embedding} portal={portal}>
            <AccountScope client={client}>{children}</AccountScope>
          </Layer>
        </FramingProvider>
      </WordsProvider>
    </EmbeddingProvider>
  );
}

/** One client as long as the address stays: with another one everything would be read anew. */
function useGivenClient({ endpoint, token, client }: FreeholdProviderProps, locale: string): Client {
  const latest = useRef({ token, locale });
  latest.current = { token, locale };
  return useMemo(
    () =>
      client ??
      createClient({
        endpoint,
        token: refused => latest.current.token?.(refused) ?? '',
        language: () => latest.current.locale,
      }),
    [client, endpoint],
  );
}
