import { useWords } from '../i18n/words.tsx';
import { boot } from '../ui/boot.ts';
import { Page } from '../ui/page.tsx';
import { plain } from '../ui/plain.ts';
import { WayOn } from './start-from-app-page.tsx';

/** `/error`: what happened, what to do now, and the line that the people who run the application will ask for. */
export function ErrorPage() {
  const { text } = useWords();
  const { error } = boot;
  return (
    <Page
      task={text('error.task')}
      heading={text('error.heading')}
      lead={error?.message === undefined ? text('error.lead') : plain(error.message, 500)}
    >
      <p>{text('error.next')}</p>
      {error === undefined ? null : (
        <p className="reference" dir="ltr">
          {plain(error.code)}
          {error.requestId === undefined ? null : ` · ${plain(error.requestId)}`}
        </p>
      )}
      <WayOn />
    </Page>
  );
}
