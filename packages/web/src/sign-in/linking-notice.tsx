import { Notice, useWords } from '@freehold/client/react/kit';
import { linkAfterSignIn, useLinking } from './linking.ts';

/** Says that signing in now also links an account of a provider, and lets people leave that out. */
export function LinkingNotice() {
  const { text, rich } = useWords();
  const linking = useLinking();
  if (linking === undefined) return null;
  return (
    <Notice tone="info">
      <p>{rich('social.linking', { provider: linking.provider })}</p>
      <p>
        <button type="button" className="fh-link" onClick={() => linkAfterSignIn(undefined)}>
          {text('social.dont_link')}
        </button>
      </p>
    </Notice>
  );
}
