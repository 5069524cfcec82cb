import type { PageBoot } from '@freehold/contract';
import { type Html, html } from './html.ts';
import type { EntryFiles } from './web-build.ts';

/** What makes a page the tenant's own, and what stands on it before its script runs. */
export type PageDress = {
  readonly status?: number;
  /** Style sheets after ours. */
  readonly styles?: readonly string[];
  readonly icon?: string;
  readonly darkIcon?: string;
  /** Whose pictures may be shown beside ours. */
  readonly pictureOrigins?: readonly string[];
  /** Those of the tenant's dark colours, for browsers without scripts. */
  readonly darkStyles?: readonly string[];
  /** The colours that the address of the page asks for. */
  readonly scheme?: 'light' | 'dark';
  /** The tenant has no dark colours. */
  readonly onlyLight?: boolean;
  /** Where the script will write: what can be read and used until then, and without it. */
  readonly content?: Html;
  /** For browsers without scripts, in place of the sentence that they are needed. */
  readonly withoutScripts?: Html;
  /** A form stands there that is sent without scripts. */
  readonly hasForm?: boolean;
};

type Shell = {
  readonly boot: PageBoot;
  readonly nonce: string;
  readonly files: EntryFiles;
  readonly colorScheme: string;
  /** Style sheet of the dark colours, for browsers without scripts. */
  readonly dark: string;
  readonly title: string;
  readonly noScript: string;
  readonly dress: PageDress;
};

/**
 * Writes the HTML of a page: its own markup is the root alone, whatever stands in it was made by `html`, and nothing is
 * inline that the content security policy would have to allow.
 */
export function htmlShell({ boot, nonce, files, colorScheme, dark, title, noScript, dress }: Shell): string {
  const locale = escapeHtml(boot.locale);
  const { content, styles = [], onlyLight = false, scheme } = dress;
  const withoutScripts = dress.withoutScripts ?? html`<p>${noScript}</p>`;
  return `<!doctype html>
<html lang="${locale}" class="fh-root" data-mantine-color-scheme="${onlyLight ? 'light' : (scheme ?? 'light')}"${onlyLight ? ' data-fh-schemes="light"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="${onlyLight ? 'light' : 'light dark'}">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
${icons(dress).text}
<script src="${escapeHtml(colorScheme)}"></script>
${links(files.styles)}${onlyLight || scheme !== undefined ? '' : darkWithoutScripts(dark, dress)}${links(styles)}${files.preload
  .map(path => `<link rel="modulepreload" href="${escapeHtml(path)}">\n`)
  .join('')}<script type="application/json" id="boot" nonce="${escapeHtml(nonce)}">${jsonForScript(boot)}</script>
<script type="module" src="${escapeHtml(files.script)}"></script>
</head>
<body>
<div id="root">${content?.text ?? ''}</div>
<noscript>${withoutScripts.text}</noscript>
</body>
</html>
`;
}

const links = (sheets: readonly string[], media = ''): string =>
  sheets.map(path => `<link rel="stylesheet" href="${escapeHtml(path)}"${media}>\n`).join('');

/** With scripts the root says which colours it has; without, only a style sheet can ask what the system prefers. */
function darkWithoutScripts(dark: string, { darkStyles = [] }: PageDress): string {
  return `<noscript>\n${links([dark, ...darkStyles], ' media="(prefers-color-scheme: dark)"')}</noscript>\n`;
}

function icons({ icon, darkIcon }: PageDress): Html {
  if (icon === undefined) return html`<link rel="icon" href="data:,">`;
  if (darkIcon === undefined) return html`<link rel="icon" href="${icon}">`;
  return html`<link rel="icon" href="${icon}" media="(prefers-color-scheme: light)">
<link rel="icon" href="${darkIcon}" media="(prefers-color-scheme: dark)">`;
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
