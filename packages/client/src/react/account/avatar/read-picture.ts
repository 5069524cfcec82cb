/** The largest file that the server takes: 20 MiB. */
export const mostBytes = 20 * 1024 * 1024;

/** What the server takes, by the names that browsers give it. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/bmp'] as const;

/** A picture that can be drawn, and what kind of file it was. */
export interface Picture {
  readonly bitmap: ImageBitmap;
  readonly type: string;
}

/** Why a file is none, as the sentence that says so. */
export type Refusal = 'avatar.too_large' | 'avatar.unreadable';

/** Reads the picture in a file, where there is one that the server would take. */
export async function readPicture(
  file: File,
  decode: (file: File) => Promise<ImageBitmap> = createImageBitmap,
): Promise<Picture | Refusal> {
  if (file.size > mostBytes) return 'avatar.too_large';
  if (!(pictureTypes as readonly string[]).includes(file.type)) return 'avatar.unreadable';
  // What a file says of itself is only its name: whether it is a picture shows when it is drawn.
  const bitmap = await decode(file).catch(() => undefined);
  return bitmap === undefined ? 'avatar.unreadable' : { bitmap, type: file.type };
}
