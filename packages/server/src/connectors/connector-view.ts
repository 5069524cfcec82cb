import type { Connector, ConnectorFactory as FactoryView } from '@freehold/contract';
import { maskConfig } from './config-secrets.ts';
import type { ConnectorRow } from './connectors.store.ts';
import type { ConnectorConfig, ConnectorFactory } from './port.ts';

/** A kind of connector as the API shows it. */
export const factoryView = ({ type, metadata }: ConnectorFactory): FactoryView => {
  const { formItems, ...rest } = metadata;
  return { ...rest, type, ...(formItems && { formItems: formItems.map(item => ({ ...item }) as FormItemView) }) };
};

type FormItemView = NonNullable<FactoryView['formItems']>[number];

/** A connector as the API shows it: what its kind says of itself, what was set over it, secrets masked. */
export const connectorView = (row: ConnectorRow, factory: ConnectorFactory, config: ConnectorConfig): Connector => {
  const described = factoryView(factory);
  const { target, name, logo, logoDark } = row.metadata;
  return {
    ...described,
    id: row.id,
    connectorId: row.factory_id,
    config: maskConfig(factory, config) as Connector['config'],
    metadata: row.metadata,
    syncProfile: row.sync_profile,
    enableTokenStorage: row.enable_token_storage,
    target: target ?? described.target,
    name: name ?? described.name,
    logo: logo ?? described.logo,
    logoDark: logoDark === undefined ? described.logoDark : logoDark,
  };
};
