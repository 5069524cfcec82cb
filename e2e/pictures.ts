/** Pictures that tell afterwards which part of them was taken. */
import { crc32, deflateSync } from 'node:zlib';
import type { Locator } from 'playwright-core';

/** A file as a browser is given it. */
export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A PNG whose left half is red and whose right half is blue. */
export function redAndBlue(width = 600, height = 400): GivenFile {
  const row = Buffer.alloc(1 + width * 3);
  for (let x = 0; x < width; x++) row[1 + x * 3 + (x < width / 2 ? 0 : 2)] = 255;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits for each of red, green and blue.
  header.set([8, 2], 8);
  const buffer = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array<Buffer>(height).fill(row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { name: 'me.png', mimeType: 'image/png', buffer };
}

function chunk(type: string, data: Buffer): Buffer {
  const name = Buffer.from(type, 'latin1');
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(Buffer.concat([name, data])), 4);
  return Buffer.concat([ends.subarray(0, 4), name, data, ends.subarray(4)]);
}

/** How much of a picture that is shown is red, in percent. */
export function redIn(picture: Locator): Promise<number> {
  return picture.evaluate(async (shown: HTMLImageElement | HTMLCanvasElement) => {
    if (shown instanceof HTMLImageElement) await shown.decode();
    const canvas = document.createElement('canvas');
    canvas.width = 100;
    canvas.height = 1;
    const context = canvas.getContext('2d');
    context?.drawImage(shown, 0, 0, 100, 1);
    const { data } = context?.getImageData(0, 0, 100, 1) ?? { data: new Uint8ClampedArray() };
    return data.filter((value, i) => i % 4 === 0 && value > 127).length;
  });
}
