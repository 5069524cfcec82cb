import { Notice, useAnnounce } from '@freehold/client/react/kit';
import { useEffect, useState } from 'react';
import { clearNotice, peekNotice } from './page-notice.ts';

/** What the page before has left to say. */
export function LeftNotice() {
  const [notice] = useState(peekNotice);
  const announce = useAnnounce();
  useEffect(() => {
    if (notice === undefined) return;
    clearNotice();
    if (notice.tone !== 'error') announce(notice.sentence);
  }, [notice, announce]);
  if (notice === undefined) return null;
  return (
    <Notice tone={notice.tone}>
      <p>{notice.sentence}</p>
    </Notice>
  );
}
