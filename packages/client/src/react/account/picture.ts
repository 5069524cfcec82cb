import { useEmbedding } from '../embedding/embedding.ts';

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

/** The picture at an address as far as it may be loaded; inside an application, where the account itself comes from. */
export function usePicture(address: string | null | undefined): {
  readonly shown: string | undefined;
  readonly foreignHost: string | undefined;
} {
  const origin = useEmbedding()?.origin ?? location.origin;
  return { shown: shownPicture(address, origin), foreignHost: foreignHost(address, origin) };
}
