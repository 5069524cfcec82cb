/**
 * The colours that the pages take from a tenant's one colour: pure arithmetic, so that the server which writes them and
 * the console which shows them beforehand say the same.
 *
 * A brand is corrected where it would cost people the words: text on it, links in it, the edge of a button. Focus, danger,
 * warning and ok are never branded: they mean the same everywhere.
 */

/** What stands for the tenant's colour on a page of one scheme; hex triplets. */
export interface BrandColors {
  /** The colour itself, under the words of the primary button. */
  readonly accent: string;
  readonly accentHover: string;
  /** Words on both: white or black. */
  readonly onAccent: string;
  /** The colour as words: at least 4.5:1 wherever words may stand. */
  readonly accentText: string;
  /** A hint of it, under what is selected. */
  readonly accentSoft: string;
  /** Whether it can hardly be told from the card, so that a button needs an edge. */
  readonly needsEdge: boolean;
}

export type ColorScheme = 'light' | 'dark';

/** Where words of either scheme may stand, and the words themselves; the palette of the pages. */
export const brandGround = {
  light: { card: '#ffffff', page: '#f6f7f9', raised: '#ffffff', sunken: '#eef0f4', text: '#14181f' },
  dark: { card: '#171b21', page: '#0f1216', raised: '#1f242c', sunken: '#0b0d10', text: '#eceff4' },
} as const satisfies Record<ColorScheme, Record<string, string>>;

/** Contrast of two hex colours by WCAG 2, from 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [a, b] = [luminance(linearOf(one)), luminance(linearOf(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Derives the colours of one scheme. `color` is a hex colour of three or six digits. */
export function brandColors(color: string, scheme: ColorScheme): BrandColors {
  const accent = hexOf(linearOf(color));
  const ground = brandGround[scheme];
  const onAccent = contrastOf(accent, '#ffffff') >= TEXT ? '#ffffff' : '#000000';
  const lch = toOklch(linearOf(accent));
  const accentSoft = toHex(
    scheme === 'light'
      ? { ...lch, l: 0.955, c: Math.min(lch.c, 0.022) }
      : { ...lch, l: 0.29, c: Math.min(lch.c, 0.065) },
  );
  const grounds = [ground.card, ground.page, ground.raised, ground.sunken, accentSoft];
  const reads = (hex: string) => grounds.every(one => contrastOf(hex, one) >= TEXT);
  return {
    accent,
    accentHover: hoverOf(lch, onAccent),
    onAccent,
    accentText: moveUntil(lch, scheme === 'light' ? -STEP : STEP, reads),
    accentSoft,
    needsEdge: contrastOf(accent, ground.card) < CONTROL,
  };
}

const TEXT = 4.5;
const CONTROL = 3;
const STEP = 0.005;
const HOVER = 0.06;

/** Away from its words, so that they only gain; a colour at the end of the scale has to come towards them. */
function hoverOf(lch: Oklch, onAccent: string): string {
  if (onAccent === '#ffffff') return toHex({ ...lch, l: lch.l < 0.26 ? lch.l + 3 * HOVER : lch.l - HOVER });
  return toHex({ ...lch, l: lch.l > 0.92 ? lch.l - HOVER : lch.l + HOVER });
}

/** The first colour of the same hue, lighter or darker step by step, that will do. Black and white are the ends, and do. */
function moveUntil(lch: Oklch, step: number, does: (hex: string) => boolean): string {
  for (let l = lch.l; l > 0 && l < 1; l += step) {
    const hex = toHex({ ...lch, l });
    if (does(hex)) return hex;
  }
  return step < 0 ? '#000000' : '#ffffff';
}

type Rgb = readonly [number, number, number];

/** Lightness from 0 to 1, chroma, hue in radians. */
interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

function linearOf(hex: string): Rgb {
  const digits = hex.slice(1);
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const channel = (at: number) => {
    const value = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(0), channel(2), channel(4)];
}

function hexOf(rgb: Rgb): string {
  const channel = (linear: number) => {
    const within = Math.min(1, Math.max(0, linear));
    const value = within <= 0.0031308 ? within * 12.92 : 1.055 * within ** (1 / 2.4) - 0.055;
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${rgb.map(channel).join('')}`;
}

const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

// Björn Ottosson's matrices between linear sRGB and Oklab.
function toOklch([r, g, b]: Rgb): Oklch {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, y),
    h: Math.atan2(y, a),
  };
}

function fromOklch({ l, c, h }: Oklch): Rgb {
  const [a, b] = [c * Math.cos(h), c * Math.sin(h)];
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}

/** The colour on a screen. One that screens cannot show pales until they can: cutting its channels would turn its hue. */
function toHex(lch: Oklch): string {
  const shows = (rgb: Rgb) => rgb.every(channel => channel >= -0.0005 && channel <= 1.0005);
  let rgb = fromOklch(lch);
  for (let c = lch.c; !shows(rgb) && c > 0; ) {
    c = Math.max(0, c - 0.004);
    rgb = fromOklch({ ...lch, c });
  }
  return hexOf(rgb);
}
