import { plain, useWords } from '@freehold/client/react/kit';
import { boot } from '../ui/boot.ts';
import { Page } from '../ui/page.tsx';
import { WayOn } from './start-from-app-page.tsx';

/** `/error`: what happened, what to do now, and the line that the people who run the application will ask for. */
export function ErrorPage() {
  const { text } = useWords();
  const { error } = boot;
  const message = error?.message === undefined ? undefined : plain(error.message, 500);
  // What the protocol says ("redirect_uri did not match …") is written for whoever built the application.
  const forDevelopers = error?.code.startsWith('oidc.') ?? false;
  return (
    <Page
      task={text('error.task')}
      heading={text('error.heading')}
      lead={message === undefined || forDevelopers ? text('error.lead') : message}
    >
      <p>{text('error.next')}</p>
      {error === undefined ? null : (
        <div className="fh-reference" dir="ltr">
          {forDevelopers && message !== undefined ? <p>{message}</p> : null}
          <p>{plain(error.code)}</p>
          {error.requestId === undefined ? null : <p>{plain(error.requestId)}</p>}
        </div>
      )}
      <WayOn />
    </Page>
  );
}
