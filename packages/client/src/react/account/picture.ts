/**
 * The address of a picture that may be loaded here: of this origin, or one that carries its data with it. A stranger's host
 * would learn who looks at their account and when.
 */
export function shownPicture(address: string | null | undefined, origin: string): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol === 'data:')
    return /^data:image\/(?:png|jpeg|gif|webp|avif|bmp)[;,]/.test(address) ? address : undefined;
  return url.origin === origin ? address : undefined;
}

/** The host that a picture lies at where it is not loaded. */
export function foreignHost(address: string | null | undefined, origin: string): string | undefined {
  if (!address || !URL.canParse(address) || shownPicture(address, origin) !== undefined) return undefined;
  return new URL(address).host || undefined;
}

/** Whether something typed may be the address of a picture on the web. */
export function isPictureAddress(typed: string): boolean {
  return URL.canParse(typed) && /^https?:$/.test(new URL(typed).protocol);
}
