import { avatar } from './account/avatar.ts';
import { identifiers } from './account/identifiers.ts';
import { linked } from './account/linked.ts';
import { password } from './account/password.ts';
import { profile } from './account/profile.ts';
import { proof } from './account/proof.ts';
import { shell } from './account/shell.ts';

/** What the account pages, ours and those that applications mount say, in Spanish. */
export const account = { ...avatar, ...identifiers, ...linked, ...password, ...profile, ...proof, ...shell } as const;
