/**
 * Prevents: an application whose own buttons change when it mounts our parts, or ours when its style sheet is loaded.
 *
 * `packages/client/src/react/styles.css` becomes one file in which nothing reaches beyond `.fh-root`, and nothing that a page
 * says about elements or with two classes reaches into it:
 *
 * - every selector gets a root in front that weighs two classes more; which of our rules wins over which stays as it was;
 * - `:root` and the attribute of the colour scheme are looked for on our root, not on the document;
 * - the palette weighs nothing, so that `.fh-root { --fh-accent: … }` of an application wins wherever it stands;
 * - the font is the page's, unless it sets `--fh-font`;
 * - `rem` is multiplied by `--mantine-scale`: pages change what a rem is;
 * - animations have names of their own.
 */
const ours = '.fh-root';
const weight = ours + ours;

/** Selectors of things that are not ours to style. */
const ofThePage = /^(?:html|body|:host)\b/;
const hasCombinator = selector => /[\s>+~]/.test(selector.replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '').trim());

/** Brings one selector below our root. @returns undefined where nothing of ours is meant */
export function scoped(selector) {
  if (ofThePage.test(selector)) return undefined;
  const rooted = selector
    .replace(/^:root/, ours)
    // The scheme and the direction stand on our root; those of the document may be others.
    .replace(/^(?=(?::where\()?\[(?:data-mantine-color-scheme|dir)\b)/, ours);
  if (!rooted.startsWith(ours)) return `${weight} ${rooted}`;
  return hasCombinator(rooted) ? weight + rooted : rooted;
}

const isPaletteLine = ({ type, prop }) => type !== 'decl' || prop.startsWith('--fh-') || prop === 'color-scheme';

function scopeRule(rule) {
  const { parent } = rule;
  if (parent.type === 'rule' || (parent.type === 'atrule' && /keyframes$/.test(parent.name))) return;
  const palette = rule.nodes.every(isPaletteLine);
  const selectors = rule.selectors.map(scoped).filter(selector => selector !== undefined);
  if (selectors.length === 0) rule.remove();
  else rule.selectors = palette ? selectors.map(selector => `:where(${selector})`) : selectors;
}

const rem = /(?<![\w.-])(\d*\.?\d+)rem\b/g;

/** A PostCSS plugin; see above. */
export const belowOurRoot = {
  postcssPlugin: 'below-our-root',
  OnceExit(sheet) {
    const animations = new Set();
    sheet.walkAtRules(/keyframes$/, rule => {
      animations.add(rule.params);
      rule.params = `fh-${rule.params}`;
    });
    sheet.walkDecls(decl => {
      if (decl.prop === '--fh-font') decl.remove();
      if (/^animation(?:-name)?$/.test(decl.prop)) {
        decl.value = decl.value.replace(/[\w-]+/g, word => (animations.has(word) ? `fh-${word}` : word));
      }
      if (!decl.value.includes('--mantine-scale')) {
        decl.value = decl.value.replace(rem, 'calc($1rem * var(--mantine-scale))');
      }
    });
    sheet.walkRules(rule => {
      if (rule.nodes.length === 0) rule.remove();
      else scopeRule(rule);
    });
  },
};
