import { Problem } from '../operation/index.ts';

/** Longest name, email and username, in characters (Unicode code points). */
const MAX_TEXT = 128;

/** Largest custom data, in bytes of its JSON. */
const MAX_CUSTOM_DATA = 65_536;

/** @throws Problem `entity.value_too_long` (422) for a text longer than its column on the wire */
export function checkLength(member: string, value: string | null | undefined): void {
  if (value && [...value].length > MAX_TEXT)
    throw new Problem('entity.value_too_long', {
      data: { message: `${member} is longer than ${MAX_TEXT} characters` },
    });
}

/** @throws Problem `entity.value_too_long` (422) for custom data that would make every read of the user slow */
export function checkCustomData(customData: Readonly<Record<string, unknown>> | undefined): void {
  if (customData && Buffer.byteLength(JSON.stringify(customData)) > MAX_CUSTOM_DATA)
    throw new Problem('entity.value_too_long', {
      data: { message: `customData is larger than ${MAX_CUSTOM_DATA} bytes` },
    });
}
