import { useWords } from '@freehold/client/react/kit';
import { WithCode } from './with-code.tsx';

/** How to set a connector up, as its kind tells it: in English, and as it is written. */
export function Guide({ readme }: { readonly readme: string }) {
  const { text } = useWords();
  // The first line is the name, which stands above.
  const steps = readme.replace(/^#[^\n]*\n+/, '').trim();
  if (steps === '') return null;
  return (
    <details className="fh-guide">
      <summary>{text('connectors.guide')}</summary>
      <div lang="en" dir="ltr">
        <WithCode>{steps.replaceAll(/```\w*\n?/g, '`')}</WithCode>
      </div>
    </details>
  );
}
