/**
 * A few words for a browser, from its `User-Agent`. Only names of this list ever come out: the header is whatever the
 * sender likes, and goes into a mail that people trust.
 *
 * @returns undefined for what is no known browser
 */
export function deviceName(
  userAgent: string | undefined,
): { readonly browser: string; readonly system: string } | undefined {
  const text = (userAgent ?? '').slice(0, 512);
  const browser = browsers.find(([, mark]) => mark.test(text))?.[0];
  const system = systems.find(([, mark]) => mark.test(text))?.[0];
  return browser === undefined ? undefined : { browser, system: system ?? '' };
}

// The order matters: browsers name their forerunners too.
const browsers: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
];

const systems: readonly (readonly [string, RegExp])[] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
];
