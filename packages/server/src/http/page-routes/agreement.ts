import type { PageSignIn } from '@freehold/contract';
import type { MessageId } from '@freehold/messages';

/** What people tick; undefined where there is nothing to agree to. */
export function agreementWords({
  termsOfUseUrl,
  privacyPolicyUrl,
}: Pick<PageSignIn, 'termsOfUseUrl' | 'privacyPolicyUrl'>): MessageId | undefined {
  if (termsOfUseUrl !== undefined && privacyPolicyUrl !== undefined) return 'pages.agree.both';
  if (termsOfUseUrl !== undefined) return 'pages.agree.terms';
  return privacyPolicyUrl === undefined ? undefined : 'pages.agree.privacy';
}
