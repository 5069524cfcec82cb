import { Notice, useWords } from '../kit/index.ts';

/** Nothing that the person has would do. */
export function NoWay() {
  const { text } = useWords();
  return (
    <Notice tone="warning">
      <p>{text('proof.no_way')}</p>
    </Notice>
  );
}
