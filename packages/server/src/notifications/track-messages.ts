import type { Messenger } from './messenger.ts';

/** A messenger that can be waited for. */
export interface TrackedMessenger extends Messenger {
  /** Resolves once nothing is under way: messages that no request waits for are to leave before a process stops. */
  idle(): Promise<void>;
}

/** The same messenger, with an eye on what it has under way. */
export function trackMessages(messenger: Messenger): TrackedMessenger {
  const underWay = new Set<Promise<void>>();
  return {
    send: (context, message) => {
      const sending = messenger.send(context, message);
      underWay.add(sending);
      const forget = () => void underWay.delete(sending);
      sending.then(forget, forget);
      return sending;
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
