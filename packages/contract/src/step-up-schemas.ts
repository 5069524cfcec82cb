/** What a rule of the step-up policy and the policy as a whole look like on the wire. */
import { z } from 'zod';
import { sensitiveActions, stepUpPresets } from './step-up.ts';

export const StepUpRule = z.object({
  /** `ifAble`: only if the user has a way to prove themselves (password, primary email or phone). */
  proof: z.enum(['always', 'ifAble', 'never']),
  /** A proof older than this, in seconds since it was verified, does not count. At most 600: records live ten minutes. */
  maxAgeSeconds: z.int().min(30).max(600),
  /** The proof is used up by the change that it allows. */
  singleUse: z.boolean(),
  /** `strongest`: only by the strongest method that the user has. */
  strength: z.enum(['any', 'strongest']),
});
export type StepUpRule = z.output<typeof StepUpRule>;

export const StepUpPolicy = z.object({
  preset: z.enum(stepUpPresets),
  /** A change of password, email, phone or factor ends the user's other sessions. */
  endOtherSessions: z.boolean(),
  actions: z.record(z.enum(sensitiveActions), StepUpRule),
});
export type StepUpPolicy = z.output<typeof StepUpPolicy>;
