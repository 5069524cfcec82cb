import type { Translated } from '../../catalogue.ts';
import type { password as english } from '../../en/account/password.ts';

export const password: Translated<typeof english> = {};
