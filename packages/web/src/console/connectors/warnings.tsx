import { Notice, useWords } from '@freehold/client/react/kit';
import type { SavedConnector } from '@freehold/contract';

/** What the server says about a config that it has saved: kinds of message without words of their own. */
export function Warnings({ saved: { warnings = [] } }: { readonly saved: SavedConnector }) {
  const { text } = useWords();
  if (warnings.length === 0) return null;
  return (
    <Notice tone="info">
      <p>{text('connectors.templates_missing')}</p>
      <ul className="fh-consequences">
        {warnings.map(({ usageType }) => (
          <li key={usageType}>
            <code>{usageType}</code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
