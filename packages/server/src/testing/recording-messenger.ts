import type { Message, Messenger } from '../notifications/index.ts';

/** Keeps messages instead of sending them. */
export interface RecordingMessenger extends Messenger {
  /** What was sent, oldest first. */
  readonly sent: Message[];
  /** The code of the last message to this address; throws when there is none. */
  codeTo(address: string): string;
}

/** A messenger whose messages a test reads. */
export function recordingMessenger(): RecordingMessenger {
  const sent: Message[] = [];
  return {
    sent,
    send: async (_, message) => void sent.push(message),
    codeTo: address => {
      const code = sent.findLast(({ to }) => to === address)?.code;
      if (code === undefined) throw new Error(`no code was sent to ${address}`);
      return code;
    },
  };
}
