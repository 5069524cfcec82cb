import { type InteractionContext, Reply } from '../operation/index.ts';
import { abortInteraction } from './abort-interaction.ts';
import { giveConsent } from './give-consent.ts';
import { identifyUser } from './identify-user.ts';
import type { SignInNeeds } from './needs.ts';
import { startExperience } from './start-experience.ts';
import { submitExperience } from './submit-experience.ts';
import type { TypedIdentifier } from './typed-identifier.ts';
import { verifyNewPasswordIdentity } from './verify-new-password-identity.ts';
import { verifySignInPassword } from './verify-sign-in-password.ts';

/** Where the browser goes on, and what its answer has to carry. */
export interface WayOn {
  readonly redirectTo: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Signing in and registering as a form without scripts does it: several steps in one request, each with all that it judges. */
export interface SignInSteps {
  /** Starts, proves, identifies and submits. @throws Problem as each of them does */
  signInWithPassword(
    context: InteractionContext,
    proof: { readonly identifier: TypedIdentifier; readonly password: string },
  ): Promise<WayOn>;
  /** Starts, chooses name and password, creates the account and submits. @throws Problem as each of them does */
  registerWithPassword(
    context: InteractionContext,
    account: { readonly identifier: { readonly type: 'username'; readonly value: string }; readonly password: string },
  ): Promise<WayOn>;
  allow(context: InteractionContext): Promise<WayOn>;
  abort(context: InteractionContext): Promise<WayOn>;
}

/** Makes them of the operations themselves: a rule that one of them learns holds here, too. */
export function signInSteps(needs: SignInNeeds): SignInSteps {
  const [start, verify, choose] = [
    startExperience(needs),
    verifySignInPassword(needs),
    verifyNewPasswordIdentity(needs),
  ];
  const [identify, submit, give, abort] = [
    identifyUser(needs),
    submitExperience(needs),
    giveConsent(needs),
    abortInteraction(needs),
  ];
  const nothing = { params: undefined, query: undefined, body: undefined, file: undefined };
  const finish = async (context: InteractionContext, proven: unknown): Promise<WayOn> => {
    const { verificationId } = bodyOf(proven as Verified | Reply<Verified>);
    await identify(context, { ...nothing, body: { verificationId } });
    return wayOn(await submit(context, nothing));
  };
  return {
    async signInWithPassword(context, body) {
      await start(context, { ...nothing, body: { interactionEvent: 'SignIn' } });
      return finish(context, await verify(context, { ...nothing, body }));
    },
    async registerWithPassword(context, body) {
      await start(context, { ...nothing, body: { interactionEvent: 'Register' } });
      return finish(context, await choose(context, { ...nothing, body }));
    },
    allow: async context => wayOn(await give(context, nothing)),
    abort: async context => wayOn(await abort(context, nothing)),
  };
}

interface Verified {
  readonly verificationId: string;
}

const bodyOf = <Body>(answer: Body | Reply<Body>): Body => (answer instanceof Reply ? answer.body : answer);

function wayOn<Body>(answer: Body | Reply<Body>): WayOn {
  const body = bodyOf(answer) as { readonly redirectTo?: string } | undefined;
  // Recovering a password ends without a way on, and these steps recover none.
  if (body?.redirectTo === undefined) throw new Error('a finished sign-in leads nowhere');
  return { redirectTo: body.redirectTo, headers: answer instanceof Reply ? answer.headers : {} };
}
