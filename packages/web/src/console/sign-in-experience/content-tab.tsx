import { useWords } from '@freehold/client/react/kit';
import { Choose } from '../parts/choose.tsx';
import { Group } from '../parts/group.tsx';
import { TextSetting, useSettings } from './settings-scope.tsx';

const policies = ['Automatic', 'ManualRegistrationOnly', 'Manual'] as const;

/** What people can read before they sign in, and who helps them. */
export function ContentTab() {
  const { text } = useWords();
  const { settings, set } = useSettings();
  const address = (name: 'termsOfUseUrl' | 'privacyPolicyUrl' | 'supportWebsiteUrl' | 'unknownSessionRedirectUrl') => (
    <TextSetting
      path={name}
      label={text(`experience.${name}`)}
      description={name === 'unknownSessionRedirectUrl' ? text('experience.unknownSessionRedirectUrl_hint') : undefined}
      placeholder="https://"
      kind="url"
      value={settings[name] ?? ''}
      // Empty and not set are the same; saved is the latter.
      onChange={value => set(name, value.trim() === '' ? null : value.trim())}
    />
  );
  return (
    <>
      <Group legend={text('experience.terms')}>
        {address('termsOfUseUrl')}
        {address('privacyPolicyUrl')}
        <Choose
          label={text('experience.agree')}
          value={settings.agreeToTermsPolicy}
          options={policies.map(value => ({ value, label: text(`experience.agree_${value}`) }))}
          onChange={policy => set('agreeToTermsPolicy', policy)}
        />
      </Group>
      <Group legend={text('experience.support')} lead={text('experience.support_lead')}>
        <TextSetting
          path="supportEmail"
          label={text('experience.supportEmail')}
          placeholder="help@example.com"
          kind="email"
          value={settings.supportEmail ?? ''}
          onChange={value => set('supportEmail', value.trim() === '' ? null : value.trim())}
        />
        {address('supportWebsiteUrl')}
        {address('unknownSessionRedirectUrl')}
      </Group>
    </>
  );
}
