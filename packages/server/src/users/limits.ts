import { CustomData } from '@freehold/contract';
import { Problem } from '../operation/index.ts';

/** Longest name, email and username, in characters (Unicode code points). */
const MAX_TEXT = 128;

/** Whether a text is longer than its column on the wire. */
export const isTooLong = (value: string): boolean => [...value].length > MAX_TEXT;

/** @throws Problem `entity.value_too_long` (422) for a text longer than its column on the wire */
export function checkLength(member: string, value: string | null | undefined): void {
  if (value && isTooLong(value))
    throw new Problem('entity.value_too_long', {
      data: { message: `${member} is longer than ${MAX_TEXT} characters` },
    });
}

/** @throws Problem `entity.value_too_long` (422) for custom data that has grown beyond what one request may send */
export function checkCustomData(customData: Readonly<Record<string, unknown>>): void {
  if (!CustomData.safeParse(customData).success)
    throw new Problem('entity.value_too_long', { data: { message: 'customData would be larger than 64 kB' } });
}
