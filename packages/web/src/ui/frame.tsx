import { ChevronIcon, GlobeIcon, plain, useWords } from '@freehold/client/react/kit';
import { isLocale, localeNames } from '@freehold/messages/negotiate';
import { NativeSelect } from '@mantine/core';
import { type ReactNode, use, useState } from 'react';
import { boot } from './boot.ts';
import { ChooseLanguageContext } from './choose-language.ts';

/** What stands around every page: whose it is above, language and legal links below. */
export function Frame({ children, wide = false }: { readonly children: ReactNode; readonly wide?: boolean }) {
  return (
    <div className={wide ? 'fh-frame fh-frame-wide' : 'fh-frame'}>
      <header className="fh-brand">
        <Brand />
      </header>
      <main className="fh-card">{children}</main>
      <Footer />
    </div>
  );
}

function Footer() {
  return (
    <footer className="fh-footer">
      <LanguageSelect />
      <LegalLinks />
    </footer>
  );
}

/** The language of the page, changed in place. */
export function LanguageSelect() {
  const { text, locale } = useWords();
  const chooseLanguage = use(ChooseLanguageContext);
  return (
    <NativeSelect
      aria-label={text('footer.language')}
      className="fh-language"
      leftSection={<GlobeIcon />}
      leftSectionWidth="1.75rem"
      rightSection={<ChevronIcon />}
      rightSectionWidth="1.5rem"
      value={locale}
      onChange={event => void chooseLanguage(event.currentTarget.value)}
    >
      {boot.locales.map(tag => (
        <option key={tag} value={tag} lang={tag}>
          {isLocale(tag) ? localeNames[tag] : tag}
        </option>
      ))}
    </NativeSelect>
  );
}

/** Terms, privacy and help, as far as the administrator has named them. */
export function LegalLinks() {
  const { text } = useWords();
  const { termsOfUseUrl, privacyPolicyUrl, supportWebsiteUrl, supportEmail } = boot.signIn;
  const help = supportWebsiteUrl ?? (supportEmail === undefined ? undefined : `mailto:${supportEmail}`);
  const links = [
    { words: text('footer.terms'), url: webLink(termsOfUseUrl) },
    { words: text('footer.privacy'), url: webLink(privacyPolicyUrl) },
    { words: text('footer.help'), url: help?.startsWith('mailto:') ? help : webLink(help) },
  ].filter(link => link.url !== undefined);
  if (links.length === 0) return null;
  return (
    <ul className="fh-footer-links">
      {links.map(({ words, url }) => (
        <li key={url}>
          <a href={url} rel="noopener" target={url?.startsWith('mailto:') ? undefined : '_blank'}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  );
}

// Addresses from settings: anything but the web (javascript:, data:) would run here or mislead.
function webLink(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && boot.development) ? href : undefined;
}

/** The tenant's logo; its name where it has none, or one that does not load. */
export function Brand() {
  const tenant = plain(boot.tenantName);
  const [failed, setFailed] = useState(false);
  const light = boot.branding?.logoUrl ?? boot.branding?.darkLogoUrl;
  const dark = boot.branding?.darkLogoUrl ?? light;
  if (failed || light === undefined) {
    return (
      <>
        <span className="fh-brand-mark" aria-hidden="true">
          {firstLetter(tenant)}
        </span>
        <bdi>{tenant}</bdi>
      </>
    );
  }
  // Which scheme is shown may change while the page is open: both are there, and the style sheet chooses.
  const logos =
    dark === light
      ? [['', light]]
      : [
          ['fh-only-light', light],
          ['fh-only-dark', dark],
        ];
  return logos.map(([scheme, address]) => (
    <img
      key={scheme}
      className={`fh-brand-logo ${scheme}`}
      src={address}
      alt={tenant}
      width="160"
      height="40"
      referrerPolicy="no-referrer"
      onError={() => setFailed(true)}
    />
  ));
}

function firstLetter(name: string): string {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name);
  return first?.segment.toLocaleUpperCase() ?? '';
}
