import { Email } from '@freehold/contract';
import addressparser from 'nodemailer/lib/addressparser';

/** A mailbox: `Ada <ada@example.com>` or the address alone. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/**
 * The one mailbox that a text names; undefined when it names none, several or a group. A template or a list in a field
 * for one address would otherwise send to people that nobody has checked.
 */
export function oneMailbox(text: string | undefined): Mailbox | undefined {
  if (text === undefined || /[\r\n]/.test(text)) return undefined;
  const [first, ...others] = addressparser(text);
  if (first?.address === undefined || others.length > 0 || !isAddress(first.address)) return undefined;
  return { name: first.name, address: first.address };
}

/** Whether a text is exactly one address and nothing else. */
export const isAddress = (text: string): boolean => Email.safeParse(text).data === text;
