import type { CSSOptions } from 'vite';

type Options = Exclude<NonNullable<CSSOptions['postcss']>, string>;
// The build tool brings PostCSS along: it is no dependency of ours.
/** What goes over every style sheet of the build. */
export type StylePlugin = Extract<NonNullable<Options['plugins']>[number], { postcssPlugin: string }>;

/**
 * Puts every style sheet of the build into `@layer freehold`, the component library's parts too.
 *
 * Rules outside of a layer win over those in one, however specific: so a tenant's own sheet, which comes after ours and
 * in no layer, needs no `!important`, and goes on working when we write one of our rules otherwise.
 */
export function inOurLayer(): StylePlugin {
  return {
    postcssPlugin: 'in-our-layer',
    OnceExit(root, { AtRule }) {
      const rules = [...root.nodes];
      const [first] = rules;
      // Called again for what it has made.
      if (first === undefined || (first.type === 'atrule' && first.name === 'layer')) return;
      const layer = new AtRule({ name: 'layer', params: 'freehold', nodes: [] });
      layer.append(rules);
      root.append(layer);
    },
  };
}
