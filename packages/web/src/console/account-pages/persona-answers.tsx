import { useWords } from '@freehold/client/react/kit';
import {
  type AccountCenter,
  type AccountField,
  judgeByPolicy,
  type Senders,
  type StepUpPolicy,
} from '@freehold/contract';
import { accountOf, meansOf, type PersonaId } from '../../account-preview/index.ts';
import { ConsoleLink } from '../parts/console-link.tsx';
import { actionsNow } from './policy-draft.ts';
import { actionNames } from './policy-words.ts';
import { Verdict } from './verdict.tsx';

type Props = {
  readonly persona: PersonaId;
  readonly settings: AccountCenter;
  readonly policy: StepUpPolicy;
  readonly senders: Senders;
  readonly provider: string;
};

/** Which field a change is a change of. */
const fieldOf: Readonly<Record<(typeof actionsNow)[number], AccountField>> = {
  'username.change': 'username',
  'username.remove': 'username',
  'password.set': 'password',
  'email.change': 'email',
  'email.remove': 'email',
  'phone.change': 'phone',
  'phone.remove': 'phone',
  'identity.link': 'social',
  'identity.unlink': 'social',
};

/** What the sample person of the preview would be asked before each change. */
export function PersonaAnswers({ persona, settings, policy, senders, provider }: Props) {
  const { text } = useWords();
  const means = meansOf(accountOf(persona, provider));
  return (
    <section className="fh-panel" aria-labelledby="asked-heading">
      <h2 id="asked-heading">{text('preview.asked', { persona: text(`preview.persona_${persona}`) })}</h2>
      <p className="fh-muted fh-small">{text('preview.asked_lead')}</p>
      <dl className="fh-answers">
        {actionsNow.map(action => (
          <div key={action}>
            <dt>{text(actionNames[action])}</dt>
            <dd>
              {settings.fields[fieldOf[action]] === 'Edit' ? (
                <Verdict judgement={judgeByPolicy(policy, action, means, senders)} />
              ) : (
                <span className="fh-muted">{text('preview.not_offered')}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <ConsoleLink to="proof-policy">{text('preview.to_policy')}</ConsoleLink>
      </p>
    </section>
  );
}
