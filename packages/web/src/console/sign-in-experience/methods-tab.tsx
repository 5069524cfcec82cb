import { useWords } from '@freehold/client/react/kit';
import type { Connector } from '@freehold/contract';
import { Choose } from '../parts/choose.tsx';
import type { Reach } from './lock-out.ts';
import { ProviderOrder } from './provider-order.tsx';
import { useSettings } from './settings-scope.tsx';
import { SignInMethods } from './sign-in-methods.tsx';
import { SignUpSettings } from './sign-up-settings.tsx';

const modes = ['SignInAndRegister', 'SignIn', 'Register'] as const;

type Props = { readonly connectors: readonly Connector[]; readonly reach: Reach };

/** How people sign in, what a new account is made of, and who else they sign in with. */
export function MethodsTab({ connectors, reach }: Props) {
  const { text } = useWords();
  const { settings, set } = useSettings();
  return (
    <>
      <Choose
        label={text('experience.mode')}
        value={settings.signInMode}
        options={modes.map(value => ({ value, label: text(`experience.mode_${value}`) }))}
        onChange={mode => set('signInMode', mode)}
      />
      <SignInMethods reach={reach} />
      {settings.signInMode === 'SignIn' ? null : <SignUpSettings reach={reach} />}
      <ProviderOrder connectors={connectors} />
    </>
  );
}
