/** 128 bits: nobody guesses what this tab waits for (OAuth 2.0 Security Best Current Practice §4.7). */
export function randomText(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
