import { LRUCache } from 'lru-cache';
import type { Queryable } from '../database/database.ts';
import type { Envelope, Outbound } from '../lib/index.ts';
import { type ConnectorRow, findConnector, findSender } from './connectors.store.ts';
import { findFactory, standIns } from './factories.ts';
import { closeConnector, type MadeConnector, makeConnector } from './make-connector.ts';
import {
  type ConnectorConfig,
  ConnectorError,
  type ConnectorTools,
  type EmailConnector,
  type SmsConnector,
  type SocialConnector,
  type SocialFactory,
} from './port.ts';
import { openConfig } from './stored-config.ts';

/**
 * What opening a connector takes: what it is made with, and where it is kept. By `outbound`, of which a process has one,
 * opened connectors are remembered.
 */
export interface ConnectorNeeds extends Omit<ConnectorTools, 'tenantId'> {
  readonly database: Queryable;
  readonly envelope: Envelope;
  /** Sends in the place of the tenant's sender: one whose config is only being tried. */
  readonly tried?: TriedSenders | undefined;
}

/** Senders that no row stands for. */
export type TriedSenders = { readonly [Type in keyof Senders]?: OpenedSender<Senders[Type]> };

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

interface Opened {
  /** The ciphertext that it was opened from: no two are alike, so it tells every change, also a re-creation. */
  readonly from: string;
  readonly made: MadeConnector;
}

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
  const tried = needs.tried?.[type];
  if (tried) return tried;
  const row = await findSender(needs.database, tenantId, type);
  if (!row) return openStandIn(needs, tenantId, type);
  const made = await open(needs, tenantId, row);
  if (made?.type !== type) return undefined;
  // The type that was asked for is the one that it has, which the compiler cannot see.
  const connector = made.connector as Senders[Type];
  return { connectorId: row.id, factoryId: row.factory_id, config: made.config, connector };
}

function openStandIn<Type extends keyof Senders>(
  needs: ConnectorNeeds,
  tenantId: string,
  type: Type,
): OpenedSender<Senders[Type]> | undefined {
  const factory = needs.development ? standIns[type] : undefined;
  if (!factory) return undefined;
  const { config, connector } = makeConnector({ tenantId, ...needs }, factory, {});
  return { connectorId: undefined, factoryId: factory.metadata.id, config, connector: connector as Senders[Type] };
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
  const made = row && (await open(needs, tenantId, row));
  return row && made?.type === 'Social' ? { row, factory: made.factory, connector: made.connector } : undefined;
}

/** Ends the connections of everything that was opened with these needs. */
export function closeConnectors({ outbound }: Pick<ConnectorNeeds, 'outbound'>): void {
  remembered.get(outbound)?.clear();
}

/** Forgets a connector that is gone, with its secrets. Other processes do so when they need the room. */
export function forgetConnector(
  { outbound }: Pick<ConnectorNeeds, 'outbound'>,
  tenantId: string,
  row: ConnectorRow,
): void {
  remembered.get(outbound)?.delete(keyOf(tenantId, row));
}

async function open(needs: ConnectorNeeds, tenantId: string, row: ConnectorRow): Promise<MadeConnector | undefined> {
  const key = keyOf(tenantId, row);
  const known = cacheOf(needs).get(key);
  if (known?.from === row.config) return known.made;
  const factory = findFactory(needs.development, row.factory_id);
  // A plug-in that is gone, a development connector in production: as if it were not configured.
  if (!factory) return undefined;
  const config = openConfig(needs.envelope, tenantId, row);
  const issues = await factory.validate(config);
  if (issues.length > 0) {
    const paths = issues.map(({ path }) => path.join('.')).join(', ');
    throw new ConnectorError('invalid_config', `the stored config of ${row.id} is not valid: ${paths}`);
  }
  // Of several that open it at once the first one's connections serve all.
  const others = cacheOf(needs).get(key);
  if (others?.from === row.config) return others.made;
  const made = makeConnector({ tenantId, ...needs }, factory, config);
  cacheOf(needs).set(key, { from: row.config, made });
  return made;
}

// There is one sender of a type: the next one takes its place here, too, and ends its connections.
const keyOf = (tenantId: string, { id, type }: ConnectorRow): string =>
  type === 'Social' ? `${tenantId}/${id}` : `${tenantId}/:${type}`;

function cacheOf({ outbound }: ConnectorNeeds): LRUCache<string, Opened> {
  const known = remembered.get(outbound);
  if (known) return known;
  const cache = new LRUCache<string, Opened>({ max: REMEMBERED, dispose: ({ made }) => closeConnector(made) });
  remembered.set(outbound, cache);
  return cache;
}
