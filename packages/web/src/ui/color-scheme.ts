// Runs before the first paint, as a file of its own: an inline script would need a hole in the
// content security policy, and a module would run after a flash of the wrong colours.
{
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isScheme = (value: string | null) => value === 'dark' || value === 'light';
  const kept = () => {
    try {
      return localStorage.getItem('freehold_appearance');
    } catch {
      return null;
    }
  };
  // What the person chose on one of our pages, else what the application asks for, else what the system has.
  const apply = () => {
    if (root.dataset['fhSchemes'] === 'light') return;
    const wanted = [kept(), new URLSearchParams(location.search).get('color_scheme')].find(isScheme);
    root.setAttribute('data-mantine-color-scheme', wanted ?? (dark.matches ? 'dark' : 'light'));
  };
  apply();
  dark.addEventListener('change', apply);
  // From another tab, and from appearance.ts in this one.
  addEventListener('storage', apply);
}
