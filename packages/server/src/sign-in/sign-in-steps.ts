import { type InteractionContext, Reply } from '../operation/index.ts';
import { abortInteraction } from './abort-interaction.ts';
import { giveConsent } from './give-consent.ts';
import { identifyUser } from './identify-user.ts';
import type { SignInNeeds } from './needs.ts';
import { startExperience } from './start-experience.ts';
import { submitExperience } from './submit-experience.ts';
import type { TypedIdentifier } from './typed-identifier.ts';
import { verifySignInPassword } from './verify-sign-in-password.ts';

/** Where the browser goes on, and what its answer has to carry. */
export interface WayOn {
  readonly redirectTo: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Signing in as a form without scripts does it: several steps of the API in one request, each with all that it judges. */
export interface SignInSteps {
  /** Starts, proves, identifies and submits. @throws Problem as each of them does */
  signInWithPassword(
    context: InteractionContext,
    proof: { readonly identifier: TypedIdentifier; readonly password: string },
  ): Promise<WayOn>;
  allow(context: InteractionContext): Promise<WayOn>;
  abort(context: InteractionContext): Promise<WayOn>;
}

/** Makes them of the operations themselves: a rule that one of them learns holds here, too. */
export function signInSteps(needs: SignInNeeds): SignInSteps {
  const [start, verify, identify] = [startExperience(needs), verifySignInPassword(needs), identifyUser(needs)];
  const [submit, give, abort] = [submitExperience(needs), giveConsent(needs), abortInteraction(needs)];
  const nothing = { params: undefined, query: undefined, body: undefined, file: undefined };
  return {
    async signInWithPassword(context, body) {
      await start(context, { ...nothing, body: { interactionEvent: 'SignIn' } });
      const { verificationId } = bodyOf<{ verificationId: string }>(
        (await verify(context, { ...nothing, body })) as { verificationId: string },
      );
      await identify(context, { ...nothing, body: { verificationId } });
      return wayOn(await submit(context, nothing));
    },
    allow: async context => wayOn(await give(context, nothing)),
    abort: async context => wayOn(await abort(context, nothing)),
  };
}

const bodyOf = <Body>(answer: Body | Reply<Body>): Body => (answer instanceof Reply ? answer.body : answer);

function wayOn<Body>(answer: Body | Reply<Body>): WayOn {
  const body = bodyOf(answer) as { readonly redirectTo?: string } | undefined;
  // Recovering a password ends without a way on, and these steps recover none.
  if (body?.redirectTo === undefined) throw new Error('a finished sign-in leads nowhere');
  return { redirectTo: body.redirectTo, headers: answer instanceof Reply ? answer.headers : {} };
}
