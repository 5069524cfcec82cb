import type { Account, MeansOfProof, Profile } from '@freehold/contract';

type SocialIdentity = NonNullable<Account['identities']>[string];

/** A sample person with all that the pages could show of them. */
export interface PersonAccount {
  readonly id: string;
  readonly username: string | null;
  readonly name: string | null;
  readonly avatar: string | null;
  readonly profile: Profile;
  readonly primaryEmail: string | null;
  readonly primaryPhone: string | null;
  readonly identities: Readonly<Record<string, SocialIdentity>>;
  readonly hasPassword: boolean;
}

/** The people for whom settings mean different things: each lacks something that another one has. */
export const personas = ['full', 'code', 'social', 'noEmail', 'bare'] as const;
export type PersonaId = (typeof personas)[number];

const nothing: Omit<PersonAccount, 'id'> = {
  username: null,
  name: null,
  avatar: null,
  profile: {},
  primaryEmail: null,
  primaryPhone: null,
  identities: {},
  hasPassword: false,
};

/**
 * A sample person as new.
 *
 * @param provider target of the provider that their linked account is at
 */
export function accountOf(persona: PersonaId, provider: string): PersonAccount {
  // What somebody has begun is kept under their id: one person must not find what another one has typed.
  const nobody: PersonAccount = { ...nothing, id: `sample-${persona}` };
  switch (persona) {
    case 'full':
      return {
        ...nobody,
        username: 'ada',
        name: 'Ada Lovelace',
        primaryEmail: 'ada@example.com',
        hasPassword: true,
        profile: {
          givenName: 'Ada',
          familyName: 'Lovelace',
          website: 'https://example.com/ada',
          birthdate: '1990-12-10',
        },
      };
    case 'code':
      return { ...nobody, name: 'Grace Hopper', primaryEmail: 'grace@example.com', primaryPhone: '886912345678' };
    case 'social':
      return {
        ...nobody,
        name: 'Alan Turing',
        identities: { [provider]: { userId: '1912', details: { name: 'Alan Turing', email: 'alan@example.com' } } },
      };
    case 'noEmail':
      return { ...nobody, username: 'katherine', name: 'Katherine Johnson', hasPassword: true };
    case 'bare':
      return { ...nobody, username: 'u_5f3a' };
  }
}

/** What somebody could prove themselves with. */
export const meansOf = (
  account: Pick<PersonAccount, 'hasPassword' | 'primaryEmail' | 'primaryPhone'>,
): MeansOfProof => ({
  hasPassword: account.hasPassword,
  hasPrimaryEmail: account.primaryEmail !== null,
  hasPrimaryPhone: account.primaryPhone !== null,
});
