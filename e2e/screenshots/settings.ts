/** Settings that the pictures are taken on. */
import { settle } from '../account-pages.ts';
import { call, dress, type Method, replaceConnector, setSignIn, setStepUp, undressed } from '../operator.ts';

/** Everybody comes from one address, and needs many codes. */
const patience = { messageRateLimitPolicy: { perRecipient: 100, perUser: 100, perOrigin: 10_000, windowSeconds: 60 } };

/** A tenant that offers what there is: passwords, codes, a provider, registration by email. */
export async function furnish(
  methods: readonly Method[] = [
    ['username', 'password'],
    ['email', 'code', 'password'],
  ],
): Promise<void> {
  await replaceConnector('mock-social', { connectorId: 'mock-social-connector', config: {} });
  await dress({ ...undressed, displayName: 'Acme' });
  await setSignIn(methods, {
    signUp: {
      identifiers: ['email'],
      password: true,
      verify: true,
      secondaryIdentifiers: [{ identifier: 'username' }],
    },
    socialSignInConnectorTargets: ['mock-social'],
    ...patience,
  });
  await settle();
  await setStepUp();
  await call('PATCH', '/api/account-center', {
    profileFields: [
      'avatar',
      'name',
      'givenName',
      'familyName',
      'nickname',
      'birthdate',
      'gender',
      'zoneinfo',
      'address',
    ].map(name => ({
      name,
    })),
  });
}
