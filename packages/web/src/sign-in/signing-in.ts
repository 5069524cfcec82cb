import type { Identifier } from './experience.ts';

let who: Identifier | undefined;

/** Remembers who signs in, for the page that asks for the password. Gone after a reload. */
export function chooseWho(identifier: Identifier): void {
  who = identifier;
}

/** Who signs in, if the page before has asked. */
export function chosenWho(): Identifier | undefined {
  return who;
}
