/** What an application wishes in the address of an account page. */
export interface Wishes {
  /** For the sign-in page, so that it looks and speaks like the page before it. */
  readonly signIn: Readonly<Record<string, string>>;
  /** The application goes back by itself once the task is done. */
  readonly automatic: boolean;
}

/** Reads the wishes of an address. */
export function wishesOf(search: string): Wishes {
  const query = new URLSearchParams(search);
  const scheme = query.get('color_scheme');
  const locales = query.get('ui_locales');
  return {
    signIn: {
      ...((scheme === 'dark' || scheme === 'light') && { color_scheme: scheme }),
      ...(locales && { ui_locales: locales }),
    },
    automatic: query.get('auto') !== '0',
  };
}
