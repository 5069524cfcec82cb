/** The inbox of a development server: what it would have sent while no connector is set up. */
import { endpoint } from './environment.mjs';
import { eventually } from './eventually.mjs';

/** Messages to an address, newest first. */
export async function messagesTo(address) {
  const response = await fetch(`${endpoint}/dev/inbox/messages?to=${encodeURIComponent(address)}`);
  if (!response.ok) throw new Error(`the inbox answers ${response.status}: is the server in development mode?`);
  return response.json();
}

/** The code of the newest message to an address that is about `type`: others may have come after it. */
export async function codeSentTo(address, type) {
  const message = (await messagesTo(address)).find(one => one.type === type);
  if (!message) throw new Error(`the inbox has no message to ${address} about ${type}`);
  return message.code;
}

/**
 * The message to an address about `type` that is not among those that were `known`. A code to sign in with is sent after
 * the answer, whose time would else tell who has an account.
 */
export function nextMessageTo(address, type, known) {
  const isNew = one => one.type === type && !known.some(({ id }) => id === one.id);
  return eventually(async () => (await messagesTo(address)).find(isNew), `a message about ${type} to ${address}`);
}
