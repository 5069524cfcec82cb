import { useWords } from '@freehold/client/react/kit';
import { type GuidePart, guideParts } from '@freehold/contract';
import { type FormWords, said } from './form-words.ts';

type Props = {
  readonly readme: string;
  readonly words: FormWords;
};

/** How to set a connector up: in the reader's language, and in English where its kind is not built in. */
export function Guide({ readme, words }: Props) {
  const { text } = useWords();
  const parts = guideParts(readme);
  if (parts.every(part => part.text === '')) return null;
  return (
    <details className="fh-guide">
      <summary>{text('connectors.guide')}</summary>
      <div>
        {parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one guide keep their order
          <Part key={at} part={part} words={words} />
        ))}
      </div>
    </details>
  );
}

/** What is typed as it stands, and nothing else, is in no language. */
const isCodeAlone = ({ text }: GuidePart): boolean => text === '{1}';

function Part({ part, words }: { readonly part: GuidePart; readonly words: FormWords }) {
  const own = isCodeAlone(part) ? { text: part.text, lang: undefined } : said(words, part.text);
  return (
    <>
      {part.before}
      <span lang={own.lang} dir={own.lang === undefined ? undefined : 'ltr'}>
        {own.text.split(/\{(\d+)\}/).map((piece, at) =>
          at % 2 === 0 ? (
            piece
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence keep their order
            <code key={at} dir="ltr">
              {part.code[Number(piece) - 1]}
            </code>
          ),
        )}
      </span>
    </>
  );
}
