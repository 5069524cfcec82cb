import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef } from 'react';
import { useWords, type WordKey } from '../../kit/index.ts';
import { type Crop, largestZoom, pulled, roomIn, zoomed } from './crop.ts';
import { drawCrop } from './draw.ts';

type Props = {
  readonly picture: ImageBitmap;
  readonly crop: Crop;
  readonly onCrop: (crop: Crop) => void;
};

/**
 * Chooses the square of a picture that is shown: by pulling at it, or by sliders, which every keyboard and every assistive
 * technology knows.
 */
export function AvatarCrop({ picture, crop, onCrop }: Props) {
  const { text, locale } = useWords();
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const from = useRef<{ readonly x: number; readonly y: number }>(undefined);
  useEffect(() => {
    if (canvas.current) drawCrop(canvas.current, picture, crop);
  }, [picture, crop]);
  // Once for every picture: the button that led here is gone.
  useEffect(() => {
    if (picture) first.current?.focus();
  }, [picture]);

  function pull(event: PointerEvent<HTMLCanvasElement>): void {
    const start = from.current;
    if (start === undefined) return;
    const { width } = event.currentTarget.getBoundingClientRect();
    from.current = { x: event.clientX, y: event.clientY };
    onCrop(pulled(picture, crop, (event.clientX - start.x) / width, (event.clientY - start.y) / width));
  }

  function press(event: KeyboardEvent): void {
    const by = event.key === '+' || event.key === '=' ? 1.1 : event.key === '-' ? 1 / 1.1 : undefined;
    if (by === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onCrop(zoomed(crop, by));
  }

  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const room = roomIn(picture, crop);
  const sliders: readonly { member: keyof Crop; label: WordKey; min: number; max: number; moves: boolean }[] = [
    { member: 'zoom', label: 'avatar.size', min: 1, max: largestZoom, moves: true },
    { member: 'across', label: 'avatar.across', min: 0, max: 1, moves: room.across },
    { member: 'down', label: 'avatar.down', min: 0, max: 1, moves: room.down },
  ];
  return (
    <fieldset className="fh-crop" onKeyDown={press}>
      <legend className="fh-crop-title">{text('avatar.crop')}</legend>
      <canvas
        ref={canvas}
        className="fh-crop-view"
        width="384"
        height="384"
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerMove={pull}
        // However the pull ends: a browser may take it over, and then tells of no button that was let go.
        onLostPointerCapture={() => {
          from.current = undefined;
        }}
      />
      <p className="fh-muted fh-small" id={id}>
        {text('avatar.crop_hint')}
      </p>
      {sliders.map(({ member, label, min, max, moves }, i) => (
        <label key={member} className="fh-crop-slider">
          <span>{text(label)}</span>
          <input
            {...(i === 0 && { ref: first, 'aria-describedby': id })}
            type="range"
            // Left is left on a picture, whichever way people write.
            dir={member === 'zoom' ? undefined : 'ltr'}
            min={min}
            max={max}
            step={(max - min) / 40}
            value={crop[member]}
            aria-valuetext={percent.format(crop[member])}
            // Not `disabled`: with the picture at its smallest, focus would be lost in the middle of a press.
            aria-disabled={!moves || undefined}
            onChange={event => moves && onCrop({ ...crop, [member]: Number(event.currentTarget.value) })}
          />
        </label>
      ))}
    </fieldset>
  );
}
