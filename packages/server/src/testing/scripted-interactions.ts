/** The protocol engine as signing in sees it, without the engine: for tests of what happens on this side of the port. */
import type { IncomingMessage } from 'node:http';
import { newId } from '../lib/index.ts';
import { Problem } from '../operation/index.ts';
import type { Experience, FinishedLogin, Interaction, Interactions } from '../sign-in/index.ts';

interface Entry {
  readonly prompt: Interaction['prompt'];
  version: number;
  experience: Experience | undefined;
  finished: boolean;
}

export interface ScriptedInteractions extends Interactions {
  /** Lets an application send a browser here; returns the browser's `Cookie` header. */
  open(prompt?: Interaction['prompt']): string;
  /** Who was handed over to the engine, in order. */
  readonly logins: readonly FinishedLogin[];
  /** What is stored about an interaction, for tests that look for secrets in it. */
  stored(cookie: string): Experience | undefined;
}

/** Makes an engine that keeps interactions in memory and, as the real one, writes them only unchanged. */
export function scriptedInteractions(): ScriptedInteractions {
  const entries = new Map<string, Entry>();
  // What was read, and in which version: the port hands out no version, so it is kept beside.
  const versions = new WeakMap<Interaction, number>();
  const logins: FinishedLogin[] = [];

  const uidOf = (cookie: string | undefined) => /(?:^|; )_interaction=(\w+)/.exec(cookie ?? '')?.[1] ?? '';

  function entryOf(uid: string): Entry {
    const entry = entries.get(uid);
    if (!entry || entry.finished) throw new Problem('session.not_found');
    return entry;
  }

  function change(interaction: Interaction, write: (entry: Entry) => void): void {
    const entry = entryOf(interaction.uid);
    if (entry.version !== versions.get(interaction)) throw new Problem('session.not_found');
    entry.version += 1;
    versions.set(interaction, entry.version);
    write(entry);
  }

  const finish = (interaction: Interaction) =>
    change(interaction, entry => {
      entry.finished = true;
    });

  return {
    logins,
    open(prompt = 'login') {
      const uid = newId(21);
      entries.set(uid, { prompt, version: 1, experience: undefined, finished: false });
      return `_interaction=${uid}`;
    },
    stored: cookie => entries.get(uidOf(cookie))?.experience,
    async find(request: IncomingMessage) {
      const uid = uidOf(request.headers.cookie);
      const { prompt, experience, version } = entryOf(uid);
      const interaction: Interaction = {
        uid,
        clientId: 'demo-app',
        prompt,
        parameters: {},
        accountId: undefined,
        missingScopes: {},
        firstParty: true,
        applicationName: 'Demo',
        experience,
      };
      versions.set(interaction, version);
      return interaction;
    },
    async saveExperience(interaction, experience) {
      change(interaction, entry => {
        entry.experience = experience;
      });
    },
    async finishLogin(interaction, login) {
      finish(interaction);
      logins.push(login);
      return `https://engine.test/oidc/auth/${interaction.uid}`;
    },
    async describeConsent() {
      return { userScopes: [], resourceScopes: [] };
    },
    async finishConsent(interaction) {
      finish(interaction);
      return `https://engine.test/oidc/auth/${interaction.uid}`;
    },
    async abort(interaction) {
      finish(interaction);
      return 'https://app.test/callback?error=access_denied';
    },
  };
}
