import { ask, Notice, useWords } from '@freehold/client/react/kit';
import type { Connector, ConnectorFactory } from '@freehold/contract';
import { boot } from '../../ui/boot.ts';
import { Page } from '../../ui/page.tsx';
import { management } from '../management-client.ts';
import { ConsoleLink } from '../parts/console-link.tsx';
import { LoadedPart } from '../parts/loaded-part.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { ConnectorLogo } from './connector-logo.tsx';
import { localized } from './localized.ts';

const types = ['Email', 'Sms', 'Social'] as const;
type Type = (typeof types)[number];

/** `/console/connectors`: how messages leave and who else people sign in with. */
export function ConnectorsPage() {
  const { text } = useWords();
  const { loaded, reload } = useLoaded('connectors', async () => {
    const [connectors, factories] = await Promise.all([
      ask(management.listConnectors()),
      ask(management.listConnectorFactories()),
    ]);
    return { connectors, factories };
  });
  return (
    <Page task={text('console.nav_connectors')} heading={text('console.nav_connectors')} lead={text('connectors.lead')}>
      <LoadedPart loaded={loaded} onRetry={() => void reload()}>
        {({ connectors, factories }) =>
          types.map(type => (
            <Kind
              key={type}
              type={type}
              connectors={connectors.filter(one => one.type === type)}
              factories={factories.filter(one => one.type === type)}
            />
          ))
        }
      </LoadedPart>
    </Page>
  );
}

type KindProps = {
  readonly type: Type;
  readonly connectors: readonly Connector[];
  readonly factories: readonly ConnectorFactory[];
};

function Kind({ type, connectors, factories }: KindProps) {
  const { text } = useWords();
  const isSender = type !== 'Social';
  const taken = new Set(connectors.map(({ connectorId }) => connectorId));
  const more = factories.filter(({ id, isStandard }) => isStandard === true || !taken.has(id));
  return (
    <section className="fh-connector-kind" aria-labelledby={`kind-${type}`}>
      <h2 id={`kind-${type}`}>{text(`connectors.kind_${type}`)}</h2>
      {connectors.length === 0 ? <NothingYet type={type} /> : null}
      {connectors.length === 0 ? null : (
        <ul className="fh-connector-rows">
          {connectors.map(connector => (
            <ConnectorRow key={connector.id} connector={connector} />
          ))}
        </ul>
      )}
      {more.length === 0 ? null : (
        <>
          <h3>{text(isSender && connectors.length > 0 ? 'connectors.replace_by' : 'connectors.add')}</h3>
          <ul className="fh-connector-tiles">
            {more.map(factory => (
              <FactoryTile key={factory.id} factory={factory} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function NothingYet({ type }: { readonly type: Type }) {
  const { text } = useWords();
  if (type === 'Social' || !boot.development) return <p className="fh-muted">{text(`connectors.none_${type}`)}</p>;
  return (
    <Notice tone="info">
      <p>{text('connectors.inbox')}</p>
      <p>
        <a className="fh-link" href="/dev/inbox" target="_blank" rel="noopener">
          {text('connectors.open_inbox')}
        </a>
      </p>
    </Notice>
  );
}

function ConnectorRow({ connector }: { readonly connector: Connector }) {
  const { locale } = useWords();
  const name = localized(connector.name, locale);
  return (
    <li className="fh-connector-row">
      <ConnectorLogo logo={connector.logo} name={name.text} />
      <div>
        <ConsoleLink to={`connectors/${encodeURIComponent(connector.id)}`}>
          <bdi lang={name.lang}>{name.text}</bdi>
        </ConsoleLink>
        <span className="fh-muted fh-small">
          <bdi dir="ltr">{whatItIs(connector)}</bdi>
        </span>
      </div>
    </li>
  );
}

/** What tells it from others of its kind: whose server, whose accounts. */
function whatItIs({ type, target, config }: Connector): string {
  if (type === 'Social') return target;
  const place = config['host'] ?? config['endpoint'] ?? config['fromEmail'] ?? target;
  return typeof place === 'string' ? place : target;
}

function FactoryTile({ factory }: { readonly factory: ConnectorFactory }) {
  const { locale } = useWords();
  const name = localized(factory.name, locale);
  const description = localized(factory.description, locale);
  return (
    <li className="fh-connector-row">
      <ConnectorLogo logo={factory.logo} name={name.text} />
      <div>
        <ConsoleLink to={`connectors/new/${encodeURIComponent(factory.id)}`}>
          <bdi lang={name.lang}>{name.text}</bdi>
        </ConsoleLink>
        <span className="fh-muted fh-small" lang={description.lang}>
          {description.text}
        </span>
      </div>
    </li>
  );
}
