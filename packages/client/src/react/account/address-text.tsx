import { IdentifierText, PhoneText } from '../kit/index.ts';

/** How a person is written to. */
export type Channel = 'email' | 'phone';

/** An email address or a phone number as people read it, whole and from left to right. */
export function AddressText({ channel, value }: { readonly channel: Channel; readonly value: string }) {
  return channel === 'phone' ? <PhoneText digits={value} /> : <IdentifierText of={{ type: 'email', value }} />;
}
