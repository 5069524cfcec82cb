import { type Crop, squareOf } from './crop.ts';

/** Draws the square that is shown onto the whole of a canvas. */
export function drawCrop(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const { x, y, side } = squareOf(picture, crop);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, x, y, side, side, 0, 0, canvas.width, canvas.height);
}

/** Sides of the picture that is sent: sharp at the largest size at which it is shown, on a screen with double density. */
const sent = 512;

/**
 * The square as a file of its own. It is drawn anew, so nothing is in it that cannot be seen, such as where a camera was.
 * Undefined where the browser cannot make it.
 */
export async function fileOf(picture: ImageBitmap, crop: Crop, type: string): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = sent;
  canvas.height = sent;
  drawCrop(canvas, picture, crop);
  // Photographs are small as JPEG, which knows nothing transparent.
  const kept = type === 'image/jpeg' ? type : 'image/png';
  const file = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, kept, 0.9));
  return file ?? undefined;
}
