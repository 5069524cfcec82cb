/** `j***@example.com`: whoever owns it knows it, whoever does not learns little. */
export function maskedEmail(address: string): string {
  const at = address.lastIndexOf('@');
  return `${[...address][0] ?? ''}***${at === -1 ? '' : address.slice(at)}`;
}

/** `***678`, of the same kind. */
export const maskedPhone = (number: string): string => `***${number.slice(-3)}`;
