import { plain, useAnnounce, useWords } from '@freehold/client/react/kit';
import type { Connector } from '@freehold/contract';
import { ConnectorLogo } from '../connectors/connector-logo.tsx';
import { localized } from '../connectors/localized.ts';
import { ConsoleLink } from '../parts/console-link.tsx';
import { Group } from '../parts/group.tsx';
import { TickSetting, useProblem, useSettings } from './settings-scope.tsx';

/** Who else people sign in with, in the order of the buttons. */
export function ProviderOrder({ connectors }: { readonly connectors: readonly Connector[] }) {
  const { text, locale } = useWords();
  const { settings, set } = useSettings();
  const problem = useProblem('socialSignInConnectorTargets');
  const announce = useAnnounce();
  const { socialSignInConnectorTargets: targets, socialSignIn } = settings;
  const social = connectors.filter(({ type }) => type === 'Social');
  const others = [...new Set(social.map(({ target }) => target))].filter(target => !targets.includes(target));
  const connectorOf = (target: string) => social.find(one => one.target === target);
  const nameOf = (target: string) => {
    const connector = connectorOf(target);
    return connector === undefined ? plain(target) : localized(connector.name, locale).text;
  };

  function move(target: string, to: number): void {
    const rest = targets.filter(one => one !== target);
    set('socialSignInConnectorTargets', rest.toSpliced(to, 0, target));
    announce(text('experience.moved', { name: nameOf(target), place: to + 1, places: targets.length }));
  }

  return (
    <Group legend={text('experience.providers')} lead={text('experience.providers_lead')} problem={problem}>
      {targets.length === 0 ? <p className="fh-muted">{text('experience.providers_none')}</p> : null}
      <ol className="fh-provider-order">
        {targets.map((target, at) => (
          <Row
            key={target}
            name={nameOf(target)}
            connector={connectorOf(target)}
            onUp={at === 0 ? undefined : () => move(target, at - 1)}
            onDown={at === targets.length - 1 ? undefined : () => move(target, at + 1)}
            onRemove={() =>
              set(
                'socialSignInConnectorTargets',
                targets.filter(one => one !== target),
              )
            }
          />
        ))}
      </ol>
      {others.length === 0 ? null : (
        <ul className="fh-provider-order">
          {others.map(target => (
            <li key={target}>
              <button
                type="button"
                className="fh-link"
                onClick={() => set('socialSignInConnectorTargets', [...targets, target])}
              >
                {text('experience.offer', { name: nameOf(target) })}
              </button>
            </li>
          ))}
        </ul>
      )}
      {social.length === 0 ? (
        <p>
          <ConsoleLink to="connectors">{text('experience.connect_provider')}</ConsoleLink>
        </p>
      ) : (
        <TickSetting
          path="socialSignIn.automaticAccountLinking"
          label={text('experience.link')}
          description={text('experience.link_hint')}
          value={socialSignIn.automaticAccountLinking === true}
          onChange={automaticAccountLinking => set('socialSignIn', { ...socialSignIn, automaticAccountLinking })}
        />
      )}
    </Group>
  );
}

type RowProps = {
  readonly name: string;
  readonly connector: Connector | undefined;
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
  readonly onRemove: () => void;
};

function Row({ name, connector, onUp, onDown, onRemove }: RowProps) {
  const { text } = useWords();
  return (
    <li>
      <ConnectorLogo logo={connector?.logo ?? ''} name={name} />
      <span className="fh-provider-name">
        <bdi>{name}</bdi>
        {connector === undefined ? <span className="fh-muted fh-small">{text('experience.not_connected')}</span> : null}
      </span>
      <span className="fh-provider-tools">
        <Tool label={text('experience.up', { name })} onPress={onUp}>
          ↑
        </Tool>
        <Tool label={text('experience.down', { name })} onPress={onDown}>
          ↓
        </Tool>
        <Tool label={text('experience.remove', { name })} onPress={onRemove}>
          ×
        </Tool>
      </span>
    </li>
  );
}

type ToolProps = { readonly label: string; readonly onPress: (() => void) | undefined; readonly children: string };

// Never `disabled`: that would drop the focus of whoever has just moved the row to its end.
function Tool({ label, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      className="fh-tool-button"
      aria-label={label}
      title={label}
      aria-disabled={onPress === undefined || undefined}
      onClick={onPress}
    >
      <span aria-hidden="true">{children}</span>
    </button>
  );
}
