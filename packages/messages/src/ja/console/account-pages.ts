import type { Translated } from '../../catalogue.ts';
import type { accountPages as english } from '../../en/console/account-pages.ts';

export const accountPages: Translated<typeof english> = {};
