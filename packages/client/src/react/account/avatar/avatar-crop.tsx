import { Button } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef } from 'react';
import { useWords, type WordKey } from '../../kit/index.ts';
import { type Crop, largestZoom, pulled, zoomed } from './crop.ts';
import { drawCrop } from './draw.ts';

type Props = {
  readonly picture: ImageBitmap;
  readonly crop: Crop;
  readonly onCrop: (crop: Crop) => void;
  readonly onOther: () => void;
};

/**
 * Chooses the square of a picture that is shown: by pulling at it, or by sliders, which every keyboard and every assistive
 * technology knows.
 */
export function AvatarCrop({ picture, crop, onCrop, onOther }: Props) {
  const { text } = useWords();
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const from = useRef<{ readonly x: number; readonly y: number }>(undefined);
  useEffect(() => {
    if (canvas.current) drawCrop(canvas.current, picture, crop);
  }, [picture, crop]);
  useEffect(() => {
    first.current?.focus();
  }, []);

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

  const sliders: readonly { member: keyof Crop; label: WordKey; min: number; max: number }[] = [
    { member: 'across', label: 'avatar.across', min: 0, max: 1 },
    { member: 'down', label: 'avatar.down', min: 0, max: 1 },
    { member: 'zoom', label: 'avatar.size', min: 1, max: largestZoom },
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
      {sliders.map(({ member, label, min, max }, i) => (
        <label key={member} className="fh-crop-slider">
          <span>{text(label)}</span>
          <input
            {...(i === 0 && { ref: first, 'aria-describedby': id })}
            type="range"
            min={min}
            max={max}
            step={(max - min) / 40}
            value={crop[member]}
            onChange={event => onCrop({ ...crop, [member]: Number(event.currentTarget.value) })}
          />
        </label>
      ))}
      <div>
        <Button variant="default" onClick={onOther}>
          {text('avatar.other')}
        </Button>
      </div>
    </fieldset>
  );
}
