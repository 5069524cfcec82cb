import type { ReactNode } from 'react';
import type { Words } from '../i18n/words.tsx';
import { appName } from './about.ts';

/** What signing in leads to, on pages whose heading asks for something. */
export function signInLead({ rich }: Words): ReactNode {
  return appName === undefined ? undefined : rich('signin.heading', { app: appName });
}
