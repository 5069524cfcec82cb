import type { ErrorSpec } from './error-spec.ts';

/** People's accounts: identifiers, usernames, passwords, uploaded files, and other providers' tokens. */
export const peopleErrors = {
  // user: the person's account

  'user.username_already_in_use': {
    status: 422,
    title: 'Username already in use',
    when: 'Another account has this username.',
    fix: 'Choose another username.',
  },
  'user.email_already_in_use': {
    status: 422,
    title: 'Email address already in use',
    when: 'Another account has this email address.',
    fix: 'Use another address, or remove it from the other account first.',
  },
  'user.phone_already_in_use': {
    status: 422,
    title: 'Phone number already in use',
    when: 'Another account has this phone number.',
    fix: 'Use another number, or remove it from the other account first.',
  },
  'user.invalid_phone': {
    status: 422,
    title: 'Invalid phone number',
    when: 'The digits are not a phone number that exists anywhere.',
    fix: 'Send the country code and the number as digits, without `+`.',
  },
  'user.identity_already_in_use': {
    status: 422,
    alsoStatus: [400],
    title: 'Identity already in use',
    when: 'Another account has linked this identity; with status 400: this account already has one at the same provider.',
    fix: 'Unlink it there first, or replace the own one with `PUT /api/my-account/identities`.',
  },
  'user.identity_not_exist': {
    status: 404,
    title: 'Identity not linked',
    when: 'The account has no identity at this provider.',
    fix: 'Read the account to see which identities it has.',
  },
  'user.identity_not_exists_in_current_user': {
    status: 422,
    title: 'Identity not linked to this user',
    when: 'The identity that was verified is not the one that this account has linked.',
    fix: 'Verify with the linked identity, or link the other one first.',
  },
  'user.last_sign_in_method_required': {
    status: 400,
    title: 'Last way to sign in',
    when: 'The change would leave the account without any username, email address, phone number or linked identity.',
    fix: 'Add another way to sign in first.',
  },
  'user.same_password': {
    status: 422,
    title: 'Same password',
    when: 'The new password is the current one.',
    fix: 'Choose another password.',
  },
  'user.suspended': {
    status: 401,
    // To an administrator's service, which is not the one that is suspended.
    alsoStatus: [422],
    title: 'Account suspended',
    when: 'An administrator has suspended the account.',
    fix: 'An administrator can lift the suspension.',
  },
  'user.user_not_exist': {
    status: 404,
    title: 'User not found',
    when: 'No account belongs to what was verified.',
    fix: 'Register, or verify something that an account has.',
  },
  'user.missing_profile': {
    status: 422,
    title: 'Profile incomplete',
    when: 'The account lacks something that the sign-up settings require. `data.missingProfile` lists it.',
    fix: 'Add what is missing with `POST /api/experience/profile`, then submit again.',
  },
  'user.missing_mfa': {
    status: 422,
    title: 'Second factor missing',
    when: 'The tenant requires a second factor and the person has none. `data` lists what can be added.',
    fix: 'Add one with `POST /api/experience/profile/mfa`, then submit again.',
  },
  'user.suggest_mfa': {
    status: 422,
    title: 'Second factor suggested',
    when: 'The tenant suggests a second factor and the person has neither added one nor declined. `data` lists what can be added.',
    fix: 'Add one, or decline with `POST /api/experience/profile/mfa/mfa-skipped`, then submit again.',
  },
  'user.sign_in_method_not_enabled': {
    status: 422,
    alsoStatus: [403],
    title: 'Sign-in method not enabled',
    when: 'The sign-in settings of this tenant do not offer this way to sign in or to register.',
    fix: 'Use a way that `GET /api/.well-known/sign-in-exp` lists, or enable it with `PATCH /api/sign-in-exp`.',
  },
  'user.cannot_delete_self': {
    status: 400,
    title: 'Cannot delete oneself',
    when: 'The caller asks to delete the account that it is signed in with.',
    fix: 'Let another administrator do it.',
  },
  'user.cannot_suspend_self': {
    status: 400,
    title: 'Cannot suspend oneself',
    when: 'The caller asks to suspend the account that it is signed in with.',
    fix: 'Let another administrator do it.',
  },
  'user.cannot_demote_self': {
    status: 400,
    title: 'Cannot give up being an administrator',
    when: 'The caller asks to take the role of administrators from the account that it is signed in with.',
    fix: 'Let another administrator do it.',
  },
  'user.password_and_digest': {
    status: 400,
    title: 'Password and digest',
    when: 'The request has both `password` and `passwordDigest`.',
    fix: 'Send one of them.',
  },
  'user.password_algorithm_required': {
    status: 400,
    title: 'Password algorithm required',
    when: 'The request has `passwordDigest` without `passwordAlgorithm`.',
    fix: 'Name the algorithm of the digest.',
  },
  'user.totp_secret_invalid': {
    status: 400,
    title: 'Invalid authenticator secret',
    when: 'The secret is not 16 to 32 characters of base32.',
    fix: 'Use a secret of `POST /api/my-account/mfa-verifications/totp-secret/generate`.',
  },
  'user.totp_already_in_use': {
    status: 422,
    title: 'Authenticator app already set up',
    when: 'The account already has an authenticator app.',
    fix: 'Replace it with `PUT /api/my-account/mfa-verifications/totp`, or remove it first.',
  },
  'user.backup_code_already_in_use': {
    status: 422,
    title: 'Backup codes already set up',
    when: 'The account still has unused backup codes.',
    fix: 'Remove them first.',
  },
  'user.wrong_backup_code_format': {
    status: 422,
    title: 'Wrong backup code format',
    when: 'The backup codes are not exactly ten, each of ten hexadecimal characters.',
    fix: 'Use the codes of `POST /api/my-account/mfa-verifications/backup-codes/generate`.',
  },

  // user.username_*: what the username policy of the tenant refuses

  'user.username_required': {
    status: 422,
    title: 'Username required',
    when: 'The username is empty.',
    fix: 'Send a username.',
  },
  'user.username_too_short': {
    status: 422,
    title: 'Username too short',
    when: 'The username has fewer characters than the policy of this tenant asks. `data.min` is the least number.',
    fix: 'Choose a longer username.',
  },
  'user.username_too_long': {
    status: 422,
    title: 'Username too long',
    when: 'The username has more characters than the policy of this tenant allows. `data.max` is the greatest number.',
    fix: 'Choose a shorter username.',
  },
  'user.username_starts_with_number': {
    status: 422,
    title: 'Username starts with a digit',
    when: 'The first character of the username is a digit.',
    fix: 'Start the username with a letter or an underscore.',
  },
  'user.username_invalid_charset_hard': {
    status: 422,
    title: 'Character not allowed in username',
    when: 'The username has a character other than the letters A to Z, digits and the underscore.',
    fix: 'Leave those characters out.',
  },
  'user.username_uppercase_not_allowed': {
    status: 422,
    title: 'Capital letters not allowed in username',
    when: 'The username has a capital letter, and the policy of this tenant allows none.',
    fix: 'Use small letters.',
  },
  'user.username_lowercase_not_allowed': {
    status: 422,
    title: 'Small letters not allowed in username',
    when: 'The username has a small letter, and the policy of this tenant allows none.',
    fix: 'Use capital letters.',
  },
  'user.username_numbers_not_allowed': {
    status: 422,
    title: 'Digits not allowed in username',
    when: 'The username has a digit, and the policy of this tenant allows none.',
    fix: 'Leave the digits out.',
  },
  'user.username_underscore_not_allowed': {
    status: 422,
    title: 'Underscore not allowed in username',
    when: 'The username has an underscore, and the policy of this tenant allows none.',
    fix: 'Leave the underscore out.',
  },

  // password

  'password.rejected': {
    status: 422,
    title: 'Password rejected',
    when: 'The password does not meet the policy of this tenant. `data` is a list of `{ code, interpolation? }`, one for each rule that it breaks.',
    fix: 'Show the rules in `data` to the person, who then chooses another password.',
  },

  // secrets: tokens of other providers that are kept for the person

  'secrets.third_party_token_set.token_not_found': {
    status: 404,
    title: 'Provider token not found',
    when: 'No token of this provider is stored for the account.',
    fix: 'Link the account again, or store a token with `PUT /api/my-account/identities/{target}/access-token`.',
  },
  'secrets.third_party_token_set.access_token_expired': {
    status: 401,
    title: 'Provider token expired',
    when: 'The stored token of this provider has expired and cannot be renewed.',
    fix: 'Let the person sign in at the provider again.',
  },

  // storage: uploaded files

  'storage.not_configured': {
    status: 400,
    title: 'Storage not configured',
    when: 'This installation has no place for uploaded files.',
    fix: 'Configure storage.',
  },
  'storage.upload_error': {
    status: 500,
    title: 'Upload failed',
    when: 'The file was accepted but could not be stored.',
    fix: 'Try again later.',
  },
} as const satisfies Record<string, ErrorSpec>;
