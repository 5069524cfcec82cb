import type { Words } from '@freehold/client/react/kit';
import type { ReactNode } from 'react';
import { appName } from './about.ts';

/** What signing in leads to, on pages whose heading asks for something. */
export function signInLead({ rich }: Words): ReactNode {
  return appName === undefined ? undefined : rich('signin.heading', { app: appName });
}
