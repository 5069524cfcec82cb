import { LRUCache } from 'lru-cache';
import type { Queryable } from '../database/database.ts';
import type { Envelope, Outbound } from '../lib/index.ts';
import { type ConnectorRow, findConnector, findSender } from './connectors.store.ts';
import { findFactory, standIns } from './factories.ts';
import { guardEmail, guardSms, guardSocial } from './guard-calls.ts';
import {
  type ConnectorConfig,
  ConnectorError,
  type ConnectorFactory,
  type EmailConnector,
  type SmsConnector,
  type SocialConnector,
  type SocialFactory,
} from './port.ts';
import { secretTexts } from './secret-paths.ts';
import { openConfig } from './stored-config.ts';

/** What opening a connector takes. */
export interface ConnectorNeeds {
  readonly database: Queryable;
  readonly envelope: Envelope;
  /** Also what opened connectors are remembered by: one a process, or one a test. */
  readonly outbound: Outbound;
  readonly development: boolean;
}

interface Senders {
  readonly Email: EmailConnector;
  readonly Sms: SmsConnector;
}

/** A sender, ready to send. */
export interface OpenedSender<Connector> {
  /** Undefined for what stands in, in development, while none is configured. */
  readonly connectorId: string | undefined;
  readonly factoryId: string;
  readonly config: ConnectorConfig;
  /** Its calls end within 15 s and throw `ConnectorError` alone. */
  readonly connector: Connector;
}

/** A provider that people sign in with, ready to be asked. */
export interface OpenedSocial {
  readonly row: ConnectorRow;
  readonly factory: SocialFactory;
  /** Its calls end within 10 s and throw `ConnectorError` alone. */
  readonly connector: SocialConnector;
}

type Opened = {
  /** The ciphertext that it was opened from: no two are alike, so it tells every change, also a re-creation. */
  readonly from: string;
  readonly config: ConnectorConfig;
} & (
  | { readonly type: 'Email'; readonly connector: EmailConnector }
  | { readonly type: 'Sms'; readonly connector: SmsConnector }
  | { readonly type: 'Social'; readonly factory: SocialFactory; readonly connector: SocialConnector }
);

const REMEMBERED = 200;
const remembered = new WeakMap<Outbound, LRUCache<string, Opened>>();

/**
 * The tenant's way to send mail or text messages; undefined when none is configured, or none that this installation
 * knows. The row is read each time, so a change counts at once in every process; what it opens is remembered.
 * @throws ConnectorError `invalid_config` when the stored config is one that its factory no longer takes
 */
export async function openSender<Type extends keyof Senders>(
  needs: ConnectorNeeds,
  tenantId: string,
  type: Type,
): Promise<OpenedSender<Senders[Type]> | undefined> {
  const row = await findSender(needs.database, tenantId, type);
  const opened = row && open(needs, tenantId, row);
  // The row's type is the one that was asked for, which the compiler cannot see.
  if (row && opened?.type === type) {
    const connector = opened.connector as Senders[Type];
    return { connectorId: row.id, factoryId: row.factory_id, config: opened.config, connector };
  }
  const factory = needs.development && !row ? standIns[type] : undefined;
  if (!factory) return undefined;
  const standIn = make(needs, tenantId, factory, {}, '');
  return {
    connectorId: undefined,
    factoryId: factory.metadata.id,
    config: {},
    connector: standIn.connector as Senders[Type],
  };
}

/**
 * A provider by the id of its connector; undefined when there is none, or it is no provider.
 * @throws ConnectorError `invalid_config`, as {@link openSender}
 */
export async function openSocial(
  needs: ConnectorNeeds,
  tenantId: string,
  connectorId: string,
): Promise<OpenedSocial | undefined> {
  const row = await findConnector(needs.database, tenantId, connectorId);
  const opened = row && open(needs, tenantId, row);
  return row && opened?.type === 'Social' ? { row, factory: opened.factory, connector: opened.connector } : undefined;
}

/** Ends the connections of everything that was opened with these needs. */
export function closeConnectors({ outbound }: Pick<ConnectorNeeds, 'outbound'>): void {
  remembered.get(outbound)?.clear();
}

function open(needs: ConnectorNeeds, tenantId: string, row: ConnectorRow): Opened | undefined {
  const known = cacheOf(needs).get(`${tenantId}/${row.id}`);
  if (known?.from === row.config) return known;
  const factory = findFactory(needs.development, row.factory_id);
  // A plug-in that is gone, a development connector in production: as if it were not configured.
  if (!factory) return undefined;
  const config = openConfig(needs.envelope, tenantId, row);
  const issues = factory.validate(config);
  if (issues.length > 0) {
    const paths = issues.map(({ path }) => path.join('.')).join(', ');
    throw new ConnectorError('invalid_config', `the stored config of ${row.id} is not valid: ${paths}`);
  }
  const opened = make(needs, tenantId, factory, config, row.config);
  cacheOf(needs).set(`${tenantId}/${row.id}`, opened);
  return opened;
}

function make(
  { outbound }: ConnectorNeeds,
  tenantId: string,
  factory: ConnectorFactory,
  config: ConnectorConfig,
  from: string,
): Opened {
  const tools = { tenantId, outbound };
  const guard = { secrets: secretTexts(config, factory.secretPaths) };
  switch (factory.type) {
    case 'Email':
      return { type: 'Email', from, config, connector: guardEmail(factory.connect(config, tools), guard) };
    case 'Sms':
      return { type: 'Sms', from, config, connector: guardSms(factory.connect(config, tools), guard) };
    case 'Social':
      return { type: 'Social', from, config, factory, connector: guardSocial(factory.connect(config, tools), guard) };
  }
}

function cacheOf({ outbound }: ConnectorNeeds): LRUCache<string, Opened> {
  const known = remembered.get(outbound);
  if (known) return known;
  const made = new LRUCache<string, Opened>({ max: REMEMBERED, dispose: closeOne });
  remembered.set(outbound, made);
  return made;
}

function closeOne(opened: Opened): void {
  if (opened.type !== 'Social') opened.connector.close?.();
}
