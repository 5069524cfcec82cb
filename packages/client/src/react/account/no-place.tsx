import { Task } from '../frame.tsx';
import { useWords } from '../kit/index.ts';
import { PlaceLink } from '../navigation.tsx';

/** There is nothing at this address. */
export function MissingPlace() {
  const { text } = useWords();
  return (
    <Task task={text('account.missing')} heading={text('account.missing')} lead={text('account.missing_lead')}>
      <OnToAccount />
    </Task>
  );
}

/** There is something at this address, for others. */
export function ClosedPlace() {
  const { text } = useWords();
  return (
    <Task task={text('account.closed')} heading={text('account.closed_heading')}>
      <OnToAccount />
    </Task>
  );
}

function OnToAccount() {
  const { text } = useWords();
  return (
    <p>
      <PlaceLink to="" className="fh-link fh-onward">
        {text('account.missing_on')}
      </PlaceLink>
    </p>
  );
}
