import { formatMessage, type Locale } from '@freehold/messages';
import type { EmailContent } from '../connectors/index.ts';
import { escapeHtml } from './fill-template.ts';

/** What a shipped mail says, from top to bottom. Every member is text: the layout escapes it. */
export interface Mail {
  readonly locale: Locale;
  readonly subject: string;
  /** Above everything, where the subject does not serve as such. */
  readonly heading?: string | undefined;
  /** Who speaks: the name at the top. */
  readonly brand: string;
  /** Colour of the line at the top, `#rgb` or `#rrggbb`. */
  readonly accent: string;
  readonly lead: string;
  readonly code?: string | undefined;
  /** Whether a notification, which shows how a mail begins, must not show the code. */
  readonly discreet?: boolean | undefined;
  /** Below the code. */
  readonly notes: readonly string[];
  /** What, when and from where, as a table. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Below a line: what to do when it comes unasked. */
  readonly advice: readonly string[];
  readonly sender: string;
}

/** The mail with its HTML and its text part. */
export const writeMail = (mail: Mail): EmailContent => ({
  subject: mail.subject,
  html: writeHtml(mail),
  text: writeText(mail),
});

function writeText({
  locale,
  subject,
  heading = subject,
  lead,
  code,
  discreet,
  notes,
  facts,
  advice,
  sender,
}: Mail): string {
  const table = facts.map(fact => formatMessage(locale, 'mails.layout.fact', fact)).join('\n');
  const coded = discreet === true ? [...notes, code] : [code, ...notes];
  const blocks = [heading, lead, ...coded, table, ...advice, `--\n${sender}`];
  return blocks.filter(block => block !== undefined && block !== '').join('\n\n');
}

const font = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans',Arial,sans-serif";
const mono = "ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace";

// Programs that show mail often drop html, head and body, so language and direction stand on an element within, too. They
// keep inline styles; those that know media queries get darkness and narrow screens from the
// style element. Tables, because one of those programs lays out nothing else.
const style = `:root{color-scheme:light dark;supported-color-schemes:light dark}
a{color:inherit}
@media (max-width:480px){.page{padding:0!important}.card{padding:28px 20px!important;border-radius:0!important}.code{font-size:30px!important}}
@media (prefers-color-scheme:dark){.page{background:#0f1216!important}.card{background:#171b21!important;border-left-color:#2c333d!important;border-right-color:#2c333d!important;border-bottom-color:#2c333d!important}
.ink{color:#eceff4!important}.soft{color:#a9b2c0!important}.box{background:#1b2a4d!important}.rule{border-color:#2c333d!important}}`;

const paragraph = (text: string, kind: 'ink' | 'soft') =>
  kind === 'ink'
    ? `<p class="ink" style="margin:0 0 12px;font-size:16px;line-height:1.6;color:#14181f">${escapeHtml(text)}</p>`
    : `<p class="soft" style="margin:0 0 10px;font-size:14px;line-height:1.6;color:#515a69">${escapeHtml(text)}</p>`;

const codeBox = (code: string) =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:4px 0 20px"><tr><td class="box" align="center" style="padding:18px 8px;background:#eef0f4;border-radius:10px"><span class="code ink" style="font-family:${mono};font-size:36px;line-height:1.2;font-weight:700;letter-spacing:0.18em;color:#14181f;-webkit-user-select:all;user-select:all">${escapeHtml(code)}</span></td></tr></table>`;

const factRow = ({ label, value }: Mail['facts'][number]) =>
  `<tr><th class="soft" scope="row" align="left" valign="top" style="padding:6px 16px 6px 0;font-size:14px;line-height:1.5;font-weight:400;color:#515a69">${escapeHtml(label)}</th><td class="ink" valign="top" style="padding:6px 0;font-size:14px;line-height:1.5;color:#14181f;overflow-wrap:anywhere">${escapeHtml(value)}</td></tr>`;

function writeHtml({
  locale,
  subject,
  heading = subject,
  brand,
  accent,
  lead,
  code,
  notes,
  facts,
  advice,
  sender,
}: Mail): string {
  const table =
    facts.length === 0
      ? ''
      : `<table cellpadding="0" cellspacing="0" style="margin:8px 0 16px;border-collapse:collapse">${facts.map(factRow).join('')}</table>`;
  return `<!doctype html>
<html lang="${locale}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${escapeHtml(heading)}</title>
<style>${style}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f6f7f9">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(lead)}${'&#8203;&nbsp;'.repeat(60)}</div>
<div role="main" lang="${locale}" dir="ltr"><table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="padding:24px 12px;background:#f6f7f9;font-family:${font}"><tr><td align="center">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;text-align:left"><tr><td class="card" style="padding:36px 40px;background:#ffffff;border:1px solid #dde1e8;border-top:4px solid ${colour(accent)};border-radius:12px;overflow-wrap:anywhere">
<p class="soft" style="margin:0 0 20px;font-size:15px;font-weight:600;color:#515a69">${escapeHtml(brand)}</p>
<h1 class="ink" style="margin:0 0 16px;font-size:22px;line-height:1.35;font-weight:700;color:#14181f">${escapeHtml(heading)}</h1>
${paragraph(lead, 'ink')}
${code === undefined ? '' : codeBox(code)}
${notes.map(note => paragraph(note, 'ink')).join('\n')}
${table}
<div class="rule" style="border-top:1px solid #dde1e8;margin:20px 0 16px;font-size:0;line-height:0">&nbsp;</div>
${advice.map(line => paragraph(line, 'soft')).join('\n')}
<p class="soft" style="margin:16px 0 0;font-size:12px;line-height:1.5;color:#636c7a">${escapeHtml(sender)}</p>
</td></tr></table>
</td></tr></table></div>
</body>
</html>
`;
}

/** It stands within a style: nothing but a colour may get there. */
const colour = (text: string): string => (/^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(text) ? text : '#2456d6');
