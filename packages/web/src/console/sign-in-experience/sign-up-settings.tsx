import { useWords } from '@freehold/client/react/kit';
import type { SignInExperience } from '@freehold/contract';
import { Group } from '../parts/group.tsx';
import { Tick } from '../parts/tick.tsx';
import type { Reach } from './lock-out.ts';
import { withIdentifiers } from './settings.ts';
import { TickSetting, useProblem, useSettings } from './settings-scope.tsx';
import { Unsent } from './sign-in-methods.tsx';

type SignUp = SignInExperience['signUp'];
type Secondary = NonNullable<SignUp['secondaryIdentifiers']>[number]['identifier'];

const identifiers = ['username', 'email', 'phone'] as const;

/** What a new account is made of. */
export function SignUpSettings({ reach }: { readonly reach: Reach }) {
  const { text } = useWords();
  const { settings, set } = useSettings();
  const problem = useProblem('signUp');
  const { signUp } = settings;
  const later: readonly Secondary[] = [...identifiers.filter(one => !signUp.identifiers.includes(one)), 'emailOrPhone'];
  const hasBoth = signUp.identifiers.includes('email') || signUp.identifiers.includes('phone');

  function ask(identifier: Secondary, isAsked: boolean): void {
    const others = (signUp.secondaryIdentifiers ?? []).filter(one => one.identifier !== identifier);
    const asked = identifier === 'username' ? { identifier } : { identifier, verify: true };
    set('signUp', { ...signUp, secondaryIdentifiers: isAsked ? [...others, asked] : others });
  }

  return (
    <>
      <Group legend={text('experience.sign_up')} lead={text('experience.sign_up_lead')} problem={problem}>
        <div>
          {identifiers.map(identifier => {
            const isOn = signUp.identifiers.includes(identifier);
            return (
              <Tick
                key={identifier}
                label={text(`identifier.${identifier}`)}
                description={
                  isOn && identifier !== 'username' && !reach.connected[identifier] ? (
                    <Unsent channel={identifier} />
                  ) : undefined
                }
                checked={isOn}
                onChange={on =>
                  set(
                    'signUp',
                    withIdentifiers(
                      signUp,
                      identifiers.filter(one => (one === identifier ? on : signUp.identifiers.includes(one))),
                    ),
                  )
                }
              />
            );
          })}
        </div>
        {signUp.identifiers.length === 0 ? (
          <p className="fh-muted fh-small">{text('experience.sign_up_none')}</p>
        ) : null}
        {hasBoth ? <p className="fh-muted fh-small">{text('experience.verified')}</p> : null}
      </Group>
      <Group legend={text('experience.sign_up_then')}>
        <div>
          <TickSetting
            path="signUp.password"
            label={text('password.label')}
            value={signUp.password}
            onChange={password => set('signUp', { ...signUp, password })}
          />
          {later
            .filter(one => one !== 'emailOrPhone' || !hasBoth)
            .map(identifier => (
              <Tick
                key={identifier}
                label={text(identifier === 'emailOrPhone' ? 'identifier.email_phone' : `identifier.${identifier}`)}
                checked={signUp.secondaryIdentifiers?.some(one => one.identifier === identifier) ?? false}
                onChange={on => ask(identifier, on)}
              />
            ))}
        </div>
      </Group>
    </>
  );
}
