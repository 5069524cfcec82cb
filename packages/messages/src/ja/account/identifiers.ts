import type { Translated } from '../../catalogue.ts';
import type { identifiers as english } from '../../en/account/identifiers.ts';

export const identifiers: Translated<typeof english> = {};
