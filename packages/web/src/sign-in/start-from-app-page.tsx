import { useWords } from '@freehold/client/react/kit';
import { boot } from '../ui/boot.ts';
import { Page } from '../ui/page.tsx';

/** Shown when no sign-in is under way: after Back, after an hour, from a bookmark. */
export function StartFromAppPage() {
  const { text } = useWords();
  return (
    <Page task={text('over.task')} heading={text('over.heading')} lead={text('over.lead')}>
      <WayOn />
    </Page>
  );
}

/** The ways on that the tenant offers to people who stand on a page with nothing to do. */
export function WayOn() {
  const { text } = useWords();
  const start = boot.signIn.unknownSessionRedirectUrl;
  if (start !== undefined && /^https?:\/\//.test(start) && URL.canParse(start)) {
    return (
      <p>
        <a className="fh-link" href={start} rel="noopener">
          {text('over.go_on')}
        </a>
      </p>
    );
  }
  if (!boot.development) return null;
  return (
    <p>
      <a className="fh-link" href="/demo-app">
        {text('over.open_demo')}
      </a>
    </p>
  );
}
