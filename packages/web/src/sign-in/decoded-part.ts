/** A part of a path as it was before it was put there; one that is malformed stays as it is, and names nothing that there is. */
export function decodedPart(part = ''): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
