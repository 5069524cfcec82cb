import { useWords } from '@freehold/client/react/kit';
import { boot } from '../../ui/boot.ts';
import { CopiedText } from '../parts/copied-text.tsx';
import { Panel } from '../parts/panel.tsx';

/** Where a provider sends people back to, as it stands in the address bar. */
export const callbackAddress = (id: string): string => `${boot.endpoint}/callback/${encodeURIComponent(id)}`;

/** The address to register at the provider before anything works. */
export function CallbackAddress({ id }: { readonly id: string }) {
  const { text } = useWords();
  return (
    <Panel heading={text('connectors.callback')}>
      <CopiedText label={text('connectors.callback_hint')} value={callbackAddress(id)} />
    </Panel>
  );
}
