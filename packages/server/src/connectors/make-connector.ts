import { secretTexts } from './config-secrets.ts';
import { guardEmail, guardSms, guardSocial } from './guard-calls.ts';
import type {
  ConnectorConfig,
  ConnectorFactory,
  ConnectorTools,
  EmailConnector,
  SmsConnector,
  SocialConnector,
  SocialFactory,
} from './port.ts';

/** A connector that is ready to be called; its calls end in time and throw `ConnectorError` alone. */
export type MadeConnector = { readonly config: ConnectorConfig } & (
  | { readonly type: 'Email'; readonly connector: EmailConnector }
  | { readonly type: 'Sms'; readonly connector: SmsConnector }
  | { readonly type: 'Social'; readonly factory: SocialFactory; readonly connector: SocialConnector }
);

/** Makes a connector of a config that its factory takes. */
export function makeConnector(
  tools: ConnectorTools,
  factory: ConnectorFactory,
  config: ConnectorConfig,
): MadeConnector {
  const guard = { secrets: secretTexts(factory, config) };
  switch (factory.type) {
    case 'Email':
      return { type: 'Email', config, connector: guardEmail(factory.connect(config, tools), guard) };
    case 'Sms':
      return { type: 'Sms', config, connector: guardSms(factory.connect(config, tools), guard) };
    case 'Social':
      return { type: 'Social', config, factory, connector: guardSocial(factory.connect(config, tools), guard) };
  }
}

/** Ends what a connector keeps open. */
export function closeConnector(made: MadeConnector): void {
  if (made.type !== 'Social') made.connector.close?.();
}
