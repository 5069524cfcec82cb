import type { Translated } from '../../catalogue.ts';
import type { linked as english } from '../../en/account/linked.ts';

export const linked: Translated<typeof english> = {};
