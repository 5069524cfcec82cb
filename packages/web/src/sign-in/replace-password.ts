import { ask, Problem } from '@freehold/client/react/kit';
import { api } from '../ui/api.ts';

/** What was sent last and not answered. In memory alone, for as long as the form keeps it too. */
let unanswered: string | undefined;

/** Sets a new password in place of a forgotten one. Nobody is signed in by it. @throws Problem */
export async function replacePassword(password: string): Promise<void> {
  const before = unanswered;
  unanswered = undefined;
  await ask(api.resetPassword({ body: { password } })).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
    if (error.code === 'network') unanswered = password;
    // Then the one that nobody answered for has arrived.
    if (error.code !== 'user.same_password' || before !== password) throw error;
  });
  // From here on it is set, and every sign-in begins anew: what is left of the recovery is nobody's concern.
  await ask(api.submitExperience()).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
  });
}
