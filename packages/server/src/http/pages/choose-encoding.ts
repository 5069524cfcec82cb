const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

/**
 * Picks the smallest variant of a file that the client takes (RFC 9110 §12.5.3) and that exists.
 * @returns undefined for the file as it is
 */
export function chooseEncoding(
  acceptEncoding: string | undefined,
  exists: (suffix: string) => boolean,
): (typeof encodings)[number] | undefined {
  const accepted = (acceptEncoding ?? '').split(',').map(part => part.trim().toLowerCase());
  const takes = (name: string) =>
    accepted.some(part => {
      const [coding, ...parameters] = part.split(';').map(text => text.trim());
      return coding === name && !parameters.some(parameter => /^q=0(?:\.0*)?$/.test(parameter));
    });
  return encodings.find(({ name, suffix }) => takes(name) && exists(suffix));
}
