import type { InteractionEvent } from '@freehold/contract';
import { forgetCode } from './code-step.ts';
import { startExperience } from './experience.ts';
import { comeFrom } from './last-provider.ts';
import { linkAfterSignIn } from './linking.ts';

/** Begins anew: whatever was proven, sent or chosen in this sign-in before is forgotten, here and on the server. */
export async function begin(event: InteractionEvent): Promise<void> {
  forgetCode();
  await startExperience(event);
  linkAfterSignIn(undefined);
  comeFrom(undefined);
}
