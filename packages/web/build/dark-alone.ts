import type { StylePlugin } from './in-our-layer.ts';

const isDark = '[data-mantine-color-scheme="dark"]';

/**
 * Reduces one style sheet to its rules for the dark, and lets them hold whatever scheme the root names.
 *
 * Without scripts nobody can put the dark into the markup, and a style sheet cannot ask for an attribute or a medium in one
 * rule. Written twice by hand, the second dark palette would be forgotten when the first one changes.
 */
export function darkAlone(sheet: string): StylePlugin {
  return {
    postcssPlugin: 'dark-alone',
    OnceExit(root) {
      const [first] = root.nodes;
      if (root.source?.input.file !== sheet) return;
      // Called again for what is in our layer by then.
      if (first?.type === 'atrule' && first.name === 'layer') return;
      root.walkRules(rule => {
        const dark = rule.selectors.filter(selector => selector.includes(isDark));
        if (dark.length === 0) rule.remove();
        else rule.selectors = dark.map(selector => selector.replaceAll(isDark, '[data-mantine-color-scheme]'));
      });
      root.walkAtRules(rule => {
        if (rule.nodes?.length === 0) rule.remove();
      });
    },
  };
}
