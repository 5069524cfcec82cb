import { visibleJson } from './visible-json.ts';

/** A value as JSON: text, whatever stands in it. Long lines scroll inside, by keyboard too. */
export function RawJson({ value, label }: { readonly value: unknown; readonly label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <figure className="fh-json" dir="ltr" aria-label={label} tabIndex={0}>
      <pre>{visibleJson(value)}</pre>
    </figure>
  );
}
