import { usePhoneNumbers } from './phone-numbers.ts';

/** A phone number as people read it, always from left to right: `+886 912 345 678`. */
export function PhoneText({ digits }: { readonly digits: string }) {
  const numbers = usePhoneNumbers();
  return <bdi dir="ltr">{numbers?.show(digits) ?? `+${digits}`}</bdi>;
}
