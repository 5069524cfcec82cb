import type { Connector, ConnectorOverrides } from '@freehold/contract';

/** What a connector of a protocol is known by, and what follows it: as somebody types it. */
export type Identity = {
  readonly name: string;
  readonly target: string;
  readonly logo: string;
  readonly logoDark: string;
  readonly syncProfile: boolean;
};

/** What the fields begin with. */
export const identityOf = (connector: Connector | undefined): Identity => ({
  name: connector?.metadata.name?.en ?? '',
  target: connector?.metadata.target ?? '',
  logo: connector?.metadata.logo ?? '',
  logoDark: connector?.metadata.logoDark ?? '',
  syncProfile: connector?.syncProfile ?? false,
});

/** The same as it is sent; names in other languages stay. */
export function metadataOf({ name, target, logo, logoDark }: Identity, connector: Connector | undefined) {
  const overrides: ConnectorOverrides = {
    ...(target.trim() !== '' && { target: target.trim() }),
    ...(name.trim() !== '' && { name: { ...connector?.metadata.name, en: name.trim() } }),
    ...(logo !== '' && { logo }),
    ...(logoDark !== '' && { logoDark }),
  };
  return overrides;
}
