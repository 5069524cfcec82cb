import type { Translated } from '../../catalogue.ts';
import type { frame as english } from '../../en/console/frame.ts';

export const frame: Translated<typeof english> = {
  'console.task': 'Console',
};
