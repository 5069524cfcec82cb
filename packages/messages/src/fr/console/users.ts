import type { Translated } from '../../catalogue.ts';
import type { users as english } from '../../en/console/users.ts';

export const users: Translated<typeof english> = {};
