import type { Problem } from '@freehold/client/react/kit';

/** Whether the address itself is what was refused, so that its field is the place to say so. */
export function isAboutAddress({ code }: Problem): boolean {
  return code === 'user.invalid_phone' || code === 'guard.invalid_input' || code.startsWith('session.email_blocklist.');
}
