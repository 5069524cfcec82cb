/** Which square of a picture is shown. All numbers are parts of the picture's own size, so that no screen matters. */
export interface Crop {
  /** 0 shows the leftmost square that there is at this size, 1 the rightmost. */
  readonly across: number;
  /** 0 shows the topmost, 1 the lowest. */
  readonly down: number;
  /** 1 shows as much as fits into a square, 4 a quarter of that. */
  readonly zoom: number;
}

/** What is shown first: the middle, as much of it as fits. */
export const wholeCrop: Crop = { across: 0.5, down: 0.5, zoom: 1 };

export const largestZoom = 4;

/** The size of a picture in its own pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The square in pixels of the picture: where it begins and how long its sides are. */
export function squareOf(
  { width, height }: Size,
  { across, down, zoom }: Crop,
): { x: number; y: number; side: number } {
  const side = Math.min(width, height) / zoom;
  return { x: (width - side) * across, y: (height - side) * down, side };
}

const roomBeside = ({ width, height }: Size, side: number) => ({ across: width - side, down: height - side });

/** Whether what is shown can be moved at all: a square picture that is shown as a whole cannot. */
export function roomIn(size: Size, crop: Crop): { readonly across: boolean; readonly down: boolean } {
  const { across, down } = roomBeside(size, squareOf(size, crop).side);
  return { across: across > 0, down: down > 0 };
}

/**
 * Moves what is shown by a part of the square's side: where the picture was pulled to the right, what was left of it comes
 * into sight.
 */
export function pulled(size: Size, crop: Crop, right: number, down: number): Crop {
  const { side } = squareOf(size, crop);
  const room = roomBeside(size, side);
  return {
    ...crop,
    across: room.across > 0 ? within(crop.across - (right * side) / room.across, 0, 1) : crop.across,
    down: room.down > 0 ? within(crop.down - (down * side) / room.down, 0, 1) : crop.down,
  };
}

/** Enlarges or reduces, about what is in the middle. */
export const zoomed = (crop: Crop, by: number): Crop => ({ ...crop, zoom: within(crop.zoom * by, 1, largestZoom) });

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
