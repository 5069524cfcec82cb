/** Signing in to an account that there is, by either proof. */
import { begin } from './begin.ts';
import { type CodeStep, forgetCode, isWaitingFor, sendCode } from './code-step.ts';
import { type Address, finish, type Identifier, identify, linkIdentity, provePassword } from './experience.ts';
import { pendingLink } from './linking.ts';

// Beginning anew would forget the identity that is about to be linked.
const beginUnlessLinking = async (): Promise<void> => {
  if (pendingLink() === undefined) await begin('SignIn');
};

/** Signs in with a password and leaves for the application. */
export async function signInWithPassword(identifier: Identifier, password: string): Promise<'leaving'> {
  await beginUnlessLinking();
  return complete(await provePassword(identifier, password));
}

/** Has a code sent to sign in with. */
export async function sendSignInCode(to: Address): Promise<CodeStep> {
  if (!isWaitingFor('SignIn', to)) await beginUnlessLinking();
  return sendCode('SignIn', to);
}

/** Signs in with an address that a code has proven, and leaves for the application. */
export async function signInWithCode({ verificationId }: CodeStep): Promise<'leaving'> {
  const leaving = await complete(verificationId);
  forgetCode();
  return leaving;
}

async function complete(verificationId: string): Promise<'leaving'> {
  await identify(verificationId);
  const link = pendingLink();
  if (link !== undefined) await linkIdentity(link.verificationId);
  return finish();
}
