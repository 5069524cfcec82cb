import type { Translated } from '../../catalogue.ts';
import type { experience as english } from '../../en/console/experience.ts';

export const experience: Translated<typeof english> = {};
