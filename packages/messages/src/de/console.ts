import { accountPages } from './console/account-pages.ts';
import { connectors } from './console/connectors.ts';
import { experience } from './console/experience.ts';
import { frame } from './console/frame.ts';
import { users } from './console/users.ts';

/** What the console says, in German. */
export const consoleWords = { ...accountPages, ...connectors, ...experience, ...frame, ...users } as const;
