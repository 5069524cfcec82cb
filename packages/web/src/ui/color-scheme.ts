// Runs before the first paint, as a file of its own: an inline script would need a hole in the
// content security policy, and a module would run after a flash of the wrong colours.
{
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const wanted = new URLSearchParams(location.search).get('color_scheme');
  const apply = () => {
    if (root.dataset['fhSchemes'] === 'light') return;
    const scheme = wanted === 'dark' || wanted === 'light' ? wanted : dark.matches ? 'dark' : 'light';
    root.setAttribute('data-mantine-color-scheme', scheme);
  };
  apply();
  dark.addEventListener('change', apply);
}
