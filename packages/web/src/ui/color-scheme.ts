// Runs before the first paint, as a file of its own: an inline script would need a hole in the
// content security policy, and a module would run after a flash of the wrong colours.
{
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const asked = new URLSearchParams(location.search).get('color_scheme');
  const isScheme = (value: string | null) => value === 'dark' || value === 'light';
  // What was chosen on a page of ours (appearance.ts). Some browsers refuse storage altogether.
  const chosen = () => {
    try {
      return localStorage.getItem('freehold:appearance');
    } catch {
      return null;
    }
  };
  const apply = () => {
    const kept = chosen();
    const scheme = isScheme(asked) ? asked : isScheme(kept) ? kept : dark.matches ? 'dark' : 'light';
    root.setAttribute('data-mantine-color-scheme', scheme ?? 'light');
  };
  apply();
  dark.addEventListener('change', apply);
}
