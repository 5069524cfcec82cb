import { Field, useWords } from '@freehold/client/react/kit';
import { brandColors, brandGround, type ColorScheme, contrastOf } from '@freehold/contract';
import { useId } from 'react';
import { isColor } from './settings.ts';
import { useProblem } from './settings-scope.tsx';

type Props = {
  readonly path: string;
  readonly label: string;
  readonly scheme: ColorScheme;
  readonly value: string;
  readonly description?: string | undefined;
  /** The colour that is shown in its place. */
  readonly shown?: string | undefined;
  readonly onChange: (value: string) => void;
};

/** A colour: typed, or picked as the browser has it; and what is made of it so that people can read. */
export function ColorSetting({ path, label, scheme, value, description, shown = value, onChange }: Props) {
  const { text } = useWords();
  const problem = useProblem(path);
  const id = useId();
  const picked = isColor(value) ? full(value) : '#000000';
  return (
    <div className="fh-color">
      <div className="fh-color-line">
        <Field
          id={id}
          className="fh-color-text"
          label={label}
          description={description}
          value={value}
          onChange={event => onChange(event.currentTarget.value.trim())}
          problem={problem}
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
        />
        <input
          type="color"
          aria-label={text('experience.pick', { color: label })}
          value={picked}
          onChange={event => onChange(event.currentTarget.value)}
        />
      </div>
      {isColor(shown) ? <Contrast color={shown} scheme={scheme} /> : null}
    </div>
  );
}

const full = (color: string): string =>
  color.length === 4 ? `#${[...color.slice(1)].map(digit => digit + digit).join('')}` : color;

/** What becomes of a colour: the words on it, and the colour as words. */
function Contrast({ color, scheme }: { readonly color: string; readonly scheme: ColorScheme }) {
  const { text, locale } = useWords();
  const { accent, onAccent, accentText, needsEdge } = brandColors(color, scheme);
  const { card, page, raised, sunken } = brandGround[scheme];
  const worst = (hex: string) => Math.min(...[card, page, raised, sunken].map(ground => contrastOf(hex, ground)));
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const rounded = (ratio: number) => number.format(Math.floor(ratio * 10) / 10);
  const isKept = accentText === accent || worst(accent) >= 4.5;
  const ratios = { before: rounded(worst(accent)), after: rounded(worst(accentText)) };
  return (
    <ul className="fh-contrast" aria-live="polite">
      <li>
        <Swatch color={accent} on={onAccent} />
        <span>
          {text(onAccent === '#ffffff' ? 'experience.on_white' : 'experience.on_black', {
            ratio: rounded(contrastOf(onAccent, accent)),
          })}
        </span>
      </li>
      <li>
        <Swatch color={card} on={accentText} />
        <span>
          {isKept
            ? text('experience.text_kept', { ratio: ratios.after })
            : text(scheme === 'light' ? 'experience.text_darkened' : 'experience.text_lightened', ratios)}
        </span>
      </li>
      {needsEdge ? (
        <li>
          <span className="fh-swatch fh-swatch-edge" aria-hidden="true" style={{ background: accent }} />
          <span>{text('experience.edge')}</span>
        </li>
      ) : null}
    </ul>
  );
}

function Swatch({ color, on }: { readonly color: string; readonly on: string }) {
  return (
    <span className="fh-swatch" aria-hidden="true" style={{ background: color, color: on }}>
      Aa
    </span>
  );
}
