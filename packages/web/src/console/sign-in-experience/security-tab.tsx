import { useWords } from '@freehold/client/react/kit';
import { Choose } from '../parts/choose.tsx';
import { Group } from '../parts/group.tsx';
import { Tick } from '../parts/tick.tsx';
import { ListSetting, NumberSetting, TickSetting, useProblem, useSettings } from './settings-scope.tsx';

/** What passwords and names must be, how often one may be wrong, and whose addresses are taken. */
export function SecurityTab() {
  return (
    <>
      <PasswordSettings />
      <RecoverySettings />
      <LimitSettings />
      <UsernameSettings />
      <AddressSettings />
    </>
  );
}

function PasswordSettings() {
  const { text } = useWords();
  const { settings, set } = useSettings();
  const { passwordPolicy: policy } = settings;
  const { length, characterTypes, rejects } = policy;
  const types = ['1', '2', '3', '4'] as const;
  const min = types.find(value => Number(value) === characterTypes.min) ?? '1';
  return (
    <Group legend={text('experience.passwords')} lead={text('experience.passwords_lead')}>
      <div className="fh-numbers">
        <NumberSetting
          path="passwordPolicy.length.min"
          label={text('experience.shortest')}
          value={length.min}
          onChange={value => set('passwordPolicy', { ...policy, length: { ...length, min: value } })}
        />
        <NumberSetting
          path="passwordPolicy.length.max"
          label={text('experience.longest')}
          value={length.max}
          onChange={value => set('passwordPolicy', { ...policy, length: { ...length, max: value } })}
        />
      </div>
      <Choose
        label={text('experience.character_types')}
        description={text('experience.character_types_hint')}
        value={min}
        options={types.map(value => ({ value, label: text('experience.of_four', { count: Number(value) }) }))}
        onChange={value => set('passwordPolicy', { ...policy, characterTypes: { min: Number(value) } })}
      />
      <div>
        {(['pwned', 'repetitionAndSequence', 'userInfo'] as const).map(name => (
          <TickSetting
            key={name}
            path={`passwordPolicy.rejects.${name}`}
            label={text(`experience.rejects_${name}`)}
            value={rejects[name]}
            onChange={on => set('passwordPolicy', { ...policy, rejects: { ...rejects, [name]: on } })}
          />
        ))}
      </div>
      <ListSetting
        path="passwordPolicy.rejects.words"
        label={text('experience.words')}
        description={text('experience.one_a_line')}
        value={rejects.words}
        onChange={words => set('passwordPolicy', { ...policy, rejects: { ...rejects, words } })}
      />
    </Group>
  );
}

const recoveries = { email: 'EmailVerificationCode', phone: 'PhoneVerificationCode' } as const;

function RecoverySettings() {
  const { text } = useWords();
  const { settings, set } = useSettings();
  const { forgotPasswordMethods: chosen } = settings;
  return (
    <Group legend={text('experience.recovery')}>
      <Choose
        label={text('experience.recovery_by')}
        value={chosen === null ? 'all' : 'some'}
        options={[
          { value: 'all', label: text('experience.recovery_all') },
          { value: 'some', label: text('experience.recovery_some') },
        ]}
        onChange={how => set('forgotPasswordMethods', how === 'all' ? null : Object.values(recoveries))}
      />
      {chosen === null ? null : (
        <div>
          {(['email', 'phone'] as const).map(channel => (
            <Tick
              key={channel}
              label={text(`identifier.${channel}`)}
              checked={chosen.includes(recoveries[channel])}
              onChange={on => {
                const others = chosen.filter(one => one !== recoveries[channel]);
                set('forgotPasswordMethods', on ? [...others, recoveries[channel]] : others);
              }}
            />
          ))}
          {chosen.length === 0 ? <p className="fh-muted fh-small">{text('experience.recovery_none')}</p> : null}
        </div>
      )}
    </Group>
  );
}

function LimitSettings() {
  const { text } = useWords();
  const { settings, set } = useSettings();
  const { sentinelPolicy: sentinel, verificationCodePolicy: code, messageRateLimitPolicy: rate } = settings;
  return (
    <>
      <Group legend={text('experience.tries')} lead={text('experience.tries_lead')}>
        <div className="fh-numbers">
          <NumberSetting
            path="sentinelPolicy.maxAttempts"
            label={text('experience.max_attempts')}
            value={sentinel.maxAttempts}
            onChange={maxAttempts => set('sentinelPolicy', { ...sentinel, maxAttempts })}
          />
          <NumberSetting
            path="sentinelPolicy.lockoutDuration"
            label={text('experience.lockout')}
            value={sentinel.lockoutDuration}
            onChange={lockoutDuration => set('sentinelPolicy', { ...sentinel, lockoutDuration })}
          />
        </div>
      </Group>
      <Group legend={text('experience.codes')}>
        <div className="fh-numbers">
          <NumberSetting
            path="verificationCodePolicy.expirationDuration"
            label={text('experience.code_lifetime')}
            value={code.expirationDuration}
            onChange={expirationDuration => set('verificationCodePolicy', { ...code, expirationDuration })}
          />
          <NumberSetting
            path="verificationCodePolicy.maxRetryAttempts"
            label={text('experience.code_tries')}
            value={code.maxRetryAttempts}
            onChange={maxRetryAttempts => set('verificationCodePolicy', { ...code, maxRetryAttempts })}
          />
        </div>
      </Group>
      <Group legend={text('experience.sending')} lead={text('experience.sending_lead')}>
        <div className="fh-numbers">
          {(['perRecipient', 'perUser', 'perOrigin', 'windowSeconds'] as const).map(name => (
            <NumberSetting
              key={name}
              path={`messageRateLimitPolicy.${name}`}
              label={text(`experience.${name}`)}
              value={rate[name]}
              onChange={value => set('messageRateLimitPolicy', { ...rate, [name]: value })}
            />
          ))}
        </div>
      </Group>
    </>
  );
}

function UsernameSettings() {
  const { text } = useWords();
  const { settings, set } = useSettings();
  const { usernamePolicy: policy } = settings;
  const problem = useProblem('usernamePolicy.allowedChars');
  return (
    <Group legend={text('experience.usernames')} lead={text('experience.usernames_lead')}>
      <TickSetting
        path="usernamePolicy.caseSensitive"
        label={text('experience.case_sensitive')}
        description={text('experience.case_sensitive_hint')}
        value={policy.caseSensitive}
        onChange={caseSensitive => set('usernamePolicy', { ...policy, caseSensitive })}
      />
      <div className="fh-numbers">
        <NumberSetting
          path="usernamePolicy.minLength"
          label={text('experience.shortest')}
          value={policy.minLength}
          onChange={minLength => set('usernamePolicy', { ...policy, minLength })}
        />
        <NumberSetting
          path="usernamePolicy.maxLength"
          label={text('experience.longest')}
          value={policy.maxLength}
          onChange={maxLength => set('usernamePolicy', { ...policy, maxLength })}
        />
      </div>
      <Group legend={text('experience.allowed_chars')} problem={problem}>
        <div>
          {(['lowercase', 'uppercase', 'numbers', 'underscore'] as const).map(name => (
            <Tick
              key={name}
              label={text(`experience.chars_${name}`)}
              checked={policy.allowedChars[name]}
              onChange={on =>
                set('usernamePolicy', { ...policy, allowedChars: { ...policy.allowedChars, [name]: on } })
              }
            />
          ))}
        </div>
      </Group>
    </Group>
  );
}

function AddressSettings() {
  const { text } = useWords();
  const { settings, set } = useSettings();
  const { emailBlocklistPolicy: policy } = settings;
  return (
    <Group legend={text('experience.addresses')} lead={text('experience.addresses_lead')}>
      <TickSetting
        path="emailBlocklistPolicy.blockSubaddressing"
        label={text('experience.subaddressing')}
        value={policy.blockSubaddressing === true}
        onChange={blockSubaddressing => set('emailBlocklistPolicy', { ...policy, blockSubaddressing })}
      />
      <ListSetting
        path="emailBlocklistPolicy.customAllowlist"
        label={text('experience.allowlist')}
        description={text('experience.allowlist_hint')}
        value={policy.customAllowlist ?? []}
        onChange={customAllowlist => set('emailBlocklistPolicy', { ...policy, customAllowlist })}
      />
      <ListSetting
        path="emailBlocklistPolicy.customBlocklist"
        label={text('experience.blocklist')}
        description={text('experience.one_a_line')}
        value={policy.customBlocklist ?? []}
        onChange={customBlocklist => set('emailBlocklistPolicy', { ...policy, customBlocklist })}
      />
    </Group>
  );
}
