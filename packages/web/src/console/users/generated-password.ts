// Without characters that look alike: it is read from one screen and typed on another.
const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const length = 16;

/** A password that nobody could guess: 16 characters, 93 bits. */
export function generatedPassword(): string {
  // Bytes above the last whole multiple would favour the first characters.
  const fair = 256 - (256 % alphabet.length);
  let password = '';
  while (password.length < length) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < fair) password += alphabet[byte % alphabet.length];
  }
  return password;
}
