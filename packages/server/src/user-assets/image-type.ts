/**
 * Tells what an image is by its bytes alone: how it begins, and that it is complete. A file that begins as an image and
 * goes on as something else, for whoever reads it from behind, is none. SVG is a document with scripts, and none either.
 */
export function imageType(bytes: Uint8Array): string | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return types.find(({ is }) => is(data))?.type;
}

const types: readonly { readonly type: string; readonly is: (data: Buffer) => boolean }[] = [
  { type: 'image/jpeg', is: data => begins(data, 'ffd8ff') && ends(data, 'ffd9') },
  {
    type: 'image/png',
    // Its first chunk is the header, its last one the empty end with its checksum.
    is: data => begins(data, '89504e470d0a1a0a0000000d49484452') && ends(data, '0000000049454e44ae426082'),
  },
  { type: 'image/gif', is: data => /^GIF8[79]a/.test(data.toString('latin1', 0, 6)) && ends(data, '3b') },
  {
    type: 'image/webp',
    is: data =>
      data.length > 20 &&
      data.toString('latin1', 0, 4) === 'RIFF' &&
      data.toString('latin1', 8, 15) === 'WEBPVP8' &&
      data.readUInt32LE(4) + 8 === data.length,
  },
  {
    type: 'image/bmp',
    is: data => data.length > 26 && data.toString('latin1', 0, 2) === 'BM' && data.readUInt32LE(2) === data.length,
  },
];

const begins = (data: Buffer, hex: string): boolean => data.subarray(0, hex.length / 2).toString('hex') === hex;
const ends = (data: Buffer, hex: string): boolean =>
  data.length > hex.length && data.subarray(-hex.length / 2).toString('hex') === hex;
