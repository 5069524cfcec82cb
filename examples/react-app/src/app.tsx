import { type ColorScheme, FreeholdProvider } from '@freehold/client/react';
import type { User } from 'oidc-client-ts';
import { useEffect, useState } from 'react';
import { HandlePage } from './handle-page.tsx';
import { PartsPage } from './parts-page.tsx';
import { Link, usePath } from './route.tsx';
import { accessToken, currentUser, endpoint, signIn, signOut } from './session.ts';
import { SettingsPage } from './settings-page.tsx';

const languages = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  ja: '日本語',
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
};

export function App() {
  const [user, setUser] = useState<User | null>();
  const [problem, setProblem] = useState('');
  const [language, setLanguage] = useState(() => sessionStorage.getItem('language') ?? 'en');
  const [scheme, setScheme] = useState<ColorScheme>(
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  );

  useEffect(() => {
    currentUser().then(setUser, (error: unknown) => {
      setProblem(error instanceof Error ? error.message : String(error));
      setUser(null);
    });
  }, []);
  // The components follow the language of the document; no property is needed.
  useEffect(() => {
    document.documentElement.lang = language;
    sessionStorage.setItem('language', language);
  }, [language]);
  useEffect(() => {
    document.documentElement.dataset['scheme'] = scheme;
  }, [scheme]);

  return (
    <>
      <header className="bar">
        <strong>Fieldnotes</strong>
        <nav aria-label="Fieldnotes">
          <Link to="/settings">Settings</Link>
          <Link to="/parts">Parts</Link>
          <Link to="/handle">Handle</Link>
        </nav>
        <select aria-label="Language" value={language} onChange={event => setLanguage(event.currentTarget.value)}>
          {Object.entries(languages).map(([tag, name]) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
        <button
          type="button"
          aria-pressed={scheme === 'dark'}
          onClick={() => setScheme(scheme === 'dark' ? 'light' : 'dark')}
        >
          Dark
        </button>
        {user ? (
          <button type="button" onClick={() => void signOut()}>
            Sign out
          </button>
        ) : null}
      </header>
      <main>
        <h1>Your Fieldnotes account</h1>
        {problem === '' ? null : <p role="alert">{problem}</p>}
        {user === undefined ? null : user === null ? (
          <button type="button" onClick={() => void signIn(language)}>
            Sign in
          </button>
        ) : (
          // Another person is another account: a new key begins anew.
          <FreeholdProvider key={user.profile.sub} endpoint={endpoint} token={accessToken} colorScheme={scheme}>
            <Page />
          </FreeholdProvider>
        )}
      </main>
    </>
  );
}

function Page() {
  const path = usePath();
  if (path.startsWith('/parts')) return <PartsPage />;
  if (path.startsWith('/handle')) return <HandlePage />;
  return <SettingsPage />;
}
