import type { Pages } from '../http/index.ts';
import type { Answer } from './create-test-app.ts';

/** Pages that answer with what they are started with, and with what stands there without a script. */
export const writtenPages: Pages = {
  problem: undefined,
  render: (_entry, boot, { status = 200, content, withoutScripts, hasForm } = {}) => ({
    status,
    headers: {},
    body: JSON.stringify({ boot, content: content?.text, withoutScripts: withoutScripts?.text, hasForm }),
  }),
  asset: () => undefined,
  files: () => undefined,
};

/** What a browser says of a form that stands on a page of ours. */
export const sameOrigin = { 'sec-fetch-site': 'same-origin' };

/** The address that the answer to a form leads on to. */
export const onward = ({ status, body }: Answer): string | undefined =>
  status === 200 ? /http-equiv="refresh" content="0; url=([^"]+)"/.exec(String(body))?.[1] : undefined;
