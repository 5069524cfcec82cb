import { Button, createTheme } from '@mantine/core';

/**
 * What the component library has to be told in JavaScript. Colours, type and radii are style sheet
 * tokens (tokens.css), because its own defaults miss the contrast we promise.
 */
export const theme = createTheme({
  cursorType: 'pointer',
  // By name: a part that is imported here is loaded by every page, also by those that show none.
  components: {
    TextInput: { defaultProps: { size: 'md', withAsterisk: false } },
    Textarea: { defaultProps: { size: 'md', withAsterisk: false } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Anchor: { defaultProps: { underline: 'always' } },
    Button: Button.extend({
      defaultProps: { size: 'md' },
      vars: (_theme, props) => {
        const primary = props.variant === undefined || props.variant === 'filled';
        return {
          root: {
            '--button-bg': primary ? 'var(--fh-accent)' : 'var(--fh-card)',
            '--button-hover': primary ? 'var(--fh-accent-hover)' : 'var(--fh-sunken)',
            '--button-color': primary ? 'var(--fh-on-accent)' : 'var(--fh-text)',
            '--button-bd': primary ? '1px solid var(--fh-accent-edge)' : '1px solid var(--fh-control)',
          },
        };
      },
    }),
  },
});
