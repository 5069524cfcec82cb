import type { Translated } from '../../catalogue.ts';
import type { profile as english } from '../../en/account/profile.ts';

export const profile: Translated<typeof english> = {};
