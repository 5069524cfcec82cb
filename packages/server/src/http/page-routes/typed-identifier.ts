import type { PageIdentifier, PageMethod } from '@freehold/contract';
import type { MessageId } from '@freehold/messages';

/** Who somebody says they are. */
export interface TypedIdentifier {
  readonly type: PageIdentifier;
  readonly value: string;
}

/** Tells what somebody typed into the one identifier field, by the rules of the page with scripts. */
export function readIdentifier(
  typed: string,
  accepted: readonly PageIdentifier[],
): TypedIdentifier | { readonly problem: MessageId } {
  const value = typed.normalize('NFKC').trim();
  if (value === '') return { problem: 'common.identifier.missing' };
  if (accepted.includes('email') && value.includes('@')) return { type: 'email', value };
  if (accepted.includes('phone') && /^\+?[\d\s().-]+$/.test(value)) {
    const digits = value.replace(/\D/g, '').replace(/^00/, '');
    if (digits.startsWith('0')) return { problem: 'common.identifier.phone_without_country' };
    return { type: 'phone', value: digits };
  }
  if (accepted.includes('username')) return { type: 'username', value };
  const expected = accepted.includes('email') ? 'not_an_email' : 'not_a_phone_number';
  return { problem: `common.identifier.${expected}` };
}

/** The label of the identifier field. */
export function identifierLabel(accepted: readonly PageIdentifier[]): MessageId {
  const kinds = (['username', 'email', 'phone'] as const).filter(kind => accepted.includes(kind)).join('_');
  const labels: Readonly<Record<string, MessageId>> = {
    username: 'common.identifier.username',
    email: 'common.identifier.email',
    phone: 'common.identifier.phone',
    username_email: 'common.identifier.username_email',
    username_phone: 'common.identifier.username_phone',
    email_phone: 'common.identifier.email_phone',
    username_email_phone: 'common.identifier.username_email_phone',
  };
  return labels[kinds] ?? 'common.identifier.username';
}

/** The ways to sign in, narrowed to the identifiers that the application asks for wherever something is left of them. */
export function narrowedMethods(
  methods: readonly PageMethod[],
  asked: readonly PageIdentifier[] = [],
): readonly PageMethod[] {
  const some = methods.filter(({ identifier }) => asked.includes(identifier));
  return some.length > 0 ? some : methods;
}
