import { type MantineColorSchemeManager, MantineProvider, MantineThemeProvider } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { directionOf, theme } from '../kit/index.ts';
import type { Embedding } from './embedding.ts';

type Props = {
  readonly embedding: Embedding;
  /** One more class beside `fh-root`. */
  readonly className?: string;
  readonly ref?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
};

/** A node in somebody else's page below which everything is ours: our style sheet begins here, and so does the theme. */
export function Root({ embedding, className, ref, children }: Props) {
  const { locale, scheme } = embedding;
  return (
    <div
      ref={ref}
      className={className === undefined ? 'fh-root' : `fh-root ${className}`}
      lang={locale}
      dir={directionOf(locale)}
      data-mantine-color-scheme={scheme}
    >
      <Theme embedding={embedding}>{children}</Theme>
    </div>
  );
}

/**
 * The component library, for our parts alone. It writes nothing into the page: neither the scheme onto the document's root,
 * nor variables into its head, nor a choice into the storage.
 */
export function Theme({ embedding, children }: { readonly embedding: Embedding; readonly children: ReactNode }) {
  const { scheme, nonce } = embedding;
  return (
    <MantineProvider
      forceColorScheme={scheme}
      colorSchemeManager={noManager}
      getRootElement={nowhere}
      withCssVariables={false}
      withGlobalClasses={false}
      {...(nonce !== undefined && { getStyleNonce: () => nonce })}
    >
      {/* An application may use the library itself: its theme ends here. */}
      <MantineThemeProvider theme={theme} inherit={false}>
        {children}
      </MantineThemeProvider>
    </MantineProvider>
  );
}

const nowhere = () => undefined;

const noManager: MantineColorSchemeManager = {
  get: defaultValue => defaultValue,
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
};
