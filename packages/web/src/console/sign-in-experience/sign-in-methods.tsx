import { useWords } from '@freehold/client/react/kit';
import type { SignInMethod } from '@freehold/contract';
import { boot } from '../../ui/boot.ts';
import { Choose } from '../parts/choose.tsx';
import { ConsoleLink } from '../parts/console-link.tsx';
import { Group } from '../parts/group.tsx';
import { Tick } from '../parts/tick.tsx';
import type { Reach } from './lock-out.ts';
import { withMethod } from './settings.ts';
import { useProblem, useSettings } from './settings-scope.tsx';

const identifiers = ['username', 'email', 'phone'] as const;

/** Which names and addresses sign in, and by which proof. */
export function SignInMethods({ reach }: { readonly reach: Reach }) {
  const { text } = useWords();
  const problem = useProblem('signIn');
  return (
    <Group legend={text('experience.methods')} lead={text('experience.methods_lead')} problem={problem}>
      <div className="fh-methods">
        {identifiers.map(identifier => (
          <Method key={identifier} identifier={identifier} reach={reach} />
        ))}
      </div>
    </Group>
  );
}

type Props = { readonly identifier: SignInMethod['identifier']; readonly reach: Reach };

function Method({ identifier, reach }: Props) {
  const { text } = useWords();
  const { settings, set } = useSettings();
  const { methods } = settings.signIn;
  const method = methods.find(one => one.identifier === identifier) ?? {
    identifier,
    password: false,
    verificationCode: false,
    isPasswordPrimary: true,
  };
  const change = (changed: Partial<SignInMethod>) =>
    set('signIn', { ...settings.signIn, methods: withMethod(methods, { ...method, ...changed }) });
  return (
    <fieldset className="fh-method">
      <legend className="fh-method-name">{text(`identifier.${identifier}`)}</legend>
      <Tick
        label={text('password.label')}
        checked={method.password}
        onChange={password => change({ password, ...(password && { isPasswordPrimary: true }) })}
      />
      {identifier === 'username' ? null : (
        <Tick
          label={text('experience.code')}
          description={
            method.verificationCode && !reach.connected[identifier] ? <Unsent channel={identifier} /> : undefined
          }
          checked={method.verificationCode}
          onChange={verificationCode => change({ verificationCode })}
        />
      )}
      {method.password && method.verificationCode ? (
        <Choose
          label={text('experience.first')}
          value={method.isPasswordPrimary ? 'password' : 'code'}
          options={[
            { value: 'password', label: text('password.label') },
            { value: 'code', label: text('experience.code') },
          ]}
          onChange={first => change({ isPasswordPrimary: first === 'password' })}
        />
      ) : null}
    </fieldset>
  );
}

/** Where codes go while nothing sends them; only to be shown where they are not `connected`. */
export function Unsent({ channel }: { readonly channel: 'email' | 'phone' }) {
  const { text } = useWords();
  return (
    <>
      {text(boot.development ? 'experience.unsent_inbox' : `experience.unsent_${channel}`)}{' '}
      <ConsoleLink to="connectors">{text('console.nav_connectors')}</ConsoleLink>
    </>
  );
}
