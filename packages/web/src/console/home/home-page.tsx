import { CheckIcon, Notice, useWords } from '@freehold/client/react/kit';
import { boot } from '../../ui/boot.ts';
import { Page } from '../../ui/page.tsx';
import { ConsoleLink } from '../parts/console-link.tsx';
import { LoadedPart } from '../parts/loaded-part.tsx';
import { Panel } from '../parts/panel.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { useAdministrator } from '../standing.ts';
import { concerns, firstSteps, type Step } from './first-steps.ts';
import { OpenIcon } from './open-icon.tsx';
import { type Readiness, readReadiness } from './readiness.ts';

/** `/console`: what needs attention, and what a fresh installation still needs. */
export function HomePage() {
  const { text } = useWords();
  const { id } = useAdministrator();
  const { loaded, reload } = useLoaded(id, () => readReadiness(id));
  return (
    <Page task={text('console.nav_home')} heading={text('console.nav_home')}>
      <LoadedPart loaded={loaded} onRetry={() => void reload()}>
        {readiness => (
          <>
            <Attention readiness={readiness} />
            <FirstSteps readiness={readiness} />
          </>
        )}
      </LoadedPart>
    </Page>
  );
}

function Attention({ readiness }: { readonly readiness: Readiness }) {
  const { text } = useWords();
  const found = concerns(readiness, boot.development);
  if (found.length === 0) return null;
  return (
    <Panel heading={text('console.home_attention')}>
      <ul className="fh-stack">
        {found.map(({ sentence, action, to }) => (
          <li key={sentence}>
            <Notice tone="warning">
              <p>{text(sentence)}</p>
              <p>
                <ConsoleLink to={to}>{text(action)}</ConsoleLink>
              </p>
            </Notice>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function FirstSteps({ readiness }: { readonly readiness: Readiness }) {
  const { text } = useWords();
  const steps = firstSteps(readiness);
  const done = steps.filter(step => step.done).length;
  const lead =
    done === steps.length
      ? text('console.home_all_done')
      : text('console.home_steps_done', { done, steps: steps.length });
  return (
    <Panel heading={text('console.home_steps')} lead={lead}>
      <ol className="fh-steps">
        {steps.map(step => (
          <li key={step.id} className="fh-step" data-done={step.done || undefined}>
            {step.done ? <CheckIcon /> : <OpenIcon />}
            <div>
              <h3>
                {text(`console.home_step_${step.id}`)}
                <span className="fh-visually-hidden"> {text(step.done ? 'console.done' : 'console.open')}</span>
              </h3>
              <p className="fh-muted">{text(`console.home_step_${step.id}_why`)}</p>
              {step.done ? null : <StepLink step={step} />}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

const actions = {
  administrator: undefined,
  email: 'console.home_step_email_action',
  application: 'console.home_step_application_action',
  account: 'console.home_step_account_action',
  sign_in: 'console.home_step_sign_in_action',
} as const;

function StepLink({ step: { id, to } }: { readonly step: Step }) {
  const { text } = useWords();
  const action = actions[id];
  if (to === undefined || action === undefined) return null;
  return (
    <p>
      {to.startsWith('/') ? (
        <a className="fh-link" href={to}>
          {text(action)}
        </a>
      ) : (
        <ConsoleLink to={to}>{text(action)}</ConsoleLink>
      )}
    </p>
  );
}
