import type { PageBoot } from '@freehold/contract';
import type { EntryFiles } from './web-build.ts';

type Shell = {
  readonly boot: PageBoot;
  readonly nonce: string;
  readonly files: EntryFiles;
  readonly colorScheme: string;
  readonly title: string;
  readonly noScript: string;
};

/**
 * Writes the HTML of a page: no markup but the root, so that there is nothing to escape except the few
 * values below, and nothing inline that the content security policy would have to allow.
 */
export function htmlShell({ boot, nonce, files, colorScheme, title, noScript }: Shell): string {
  const locale = escapeHtml(boot.locale);
  return `<!doctype html>
<html lang="${locale}" class="fh-root" data-mantine-color-scheme="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<script src="${escapeHtml(colorScheme)}"></script>
${[...files.styles, ...(boot.customCss === undefined ? [] : [boot.customCss])].map(path => `<link rel="stylesheet" href="${escapeHtml(path)}">\n`).join('')}${files.preload
  .map(path => `<link rel="modulepreload" href="${escapeHtml(path)}">\n`)
  .join('')}<script type="application/json" id="boot" nonce="${escapeHtml(nonce)}">${jsonForScript(boot)}</script>
<script type="module" src="${escapeHtml(files.script)}"></script>
</head>
<body>
<div id="root"></div>
<noscript><p>${escapeHtml(noScript)}</p></noscript>
</body>
</html>
`;
}

/**
 * JSON that can stand inside a script element. `<` ends the element (`</script>`) or opens a comment that
 * swallows the page (`<!--`); U+2028 and U+2029 were line ends to older JavaScript.
 */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Text for element content and for attribute values in double quotes. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, character => entities[character] ?? '');
}
