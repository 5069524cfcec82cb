import type { PageChannel, PageIdentifier, PageMethod, PageSignIn, PageSignUp } from '@freehold/contract';

/** What people can sign in with, register with, and recover a password by. */
export type Ways = {
  readonly methods: readonly PageMethod[];
  readonly signUp: PageSignUp | undefined;
  readonly forgotPassword: readonly PageChannel[];
};

/** The settings, narrowed to the identifiers that the application asks for wherever something is left of them. */
export function narrowWays(
  { methods, signUp, forgotPassword }: Pick<PageSignIn, 'methods' | 'signUp' | 'forgotPassword'>,
  asked: readonly PageIdentifier[] = [],
): Ways {
  const those = <T>(all: readonly T[], identifierOf: (one: T) => PageIdentifier): readonly T[] => {
    const some = all.filter(one => asked.includes(identifierOf(one)));
    return some.length > 0 ? some : all;
  };
  return {
    methods: those(methods, ({ identifier }) => identifier),
    signUp: signUp && { ...signUp, identifiers: those(signUp.identifiers, identifier => identifier) },
    forgotPassword: those(forgotPassword, channel => channel),
  };
}

/** Whether nothing but passwords signs in, so that one page can ask for both. */
export function passwordsOnly(methods: readonly PageMethod[]): boolean {
  return methods.length > 0 && methods.every(({ password, code }) => password && !code);
}
