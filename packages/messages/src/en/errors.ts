import type { ErrorMessages } from '../catalogue.ts';

/** One sentence a problem code: what happened, what it means, what to do. */
export const errors: ErrorMessages = {
  'auth.authorization_header_missing': 'You aren’t signed in. Send an access token in the Authorization header.',
  'auth.authorization_token_type_not_supported':
    'This kind of authorization isn’t supported. Send a Bearer access token.',
  'auth.unauthorized':
    'You aren’t signed in, or this app wasn’t given access to this. Sign in again and try once more.',
  'auth.forbidden': 'You don’t have permission to do this.',
  'auth.third_party_application_forbidden': 'This app may not change your account. Use your account page instead.',
  'auth.jwt_sub_missing': 'The access token doesn’t say whom it belongs to. Get a new one.',

  'account_center.not_enabled': 'Managing your own account is turned off here. An administrator can turn it on.',
  'account_center.field_not_editable': 'This can’t be changed here. An administrator decides what you can change.',
  'account_center.field_not_enabled': 'This isn’t available in your account.',

  'guard.invalid_input':
    '{part, select, query {The query of the request isn’t valid.} params {The address of the request isn’t valid.} headers {A header of the request isn’t valid.} files {The uploaded file isn’t valid.} other {The body of the request isn’t valid.}} Correct it and try again.',
  'guard.invalid_pagination':
    'The page number or page size isn’t valid. Pages start at 1 and have at most 100 entries.',
  'guard.file_size_exceeded': 'This file is too large. Choose a smaller one.',
  'guard.mime_type_not_allowed': 'This kind of file can’t be used. Choose a JPEG, PNG, GIF, WebP or BMP picture.',

  'request.not_found': 'There is nothing at this address.',
  'request.method_not_allowed': 'This address doesn’t accept requests of this kind.',
  'request.precondition_failed':
    'It was changed somewhere else a moment ago. Nothing was changed now. Reload and try again.',
  'request.body_too_large': 'This is too much for one request. Send less.',
  'request.unsupported_media_type': 'The content type of the request isn’t supported. Send JSON.',
  'request.invalid_input': 'The request contradicts itself. Correct it and try again.',
  'request.feature_not_supported': 'This isn’t set up here. An administrator can set it up.',
  'request.message_rate_limited': 'Too many messages were asked for. Wait a few minutes before you ask again.',

  'server.internal_error': 'Something failed on our side. Try again in a moment.',
  'server.unavailable': 'We can’t answer right now. Try again in a moment.',
  'server.busy': 'A lot is going on at the moment. Try again in a few seconds.',
  'tenant.not_found': 'Nobody is at home at this address. Check that you typed it correctly.',

  'verification_record.permission_denied': 'Confirm it’s you first, then try again.',
  'verification_record.not_found': 'This confirmation can’t be used, or took too long. Start it again.',
  'verification_record.social_verification.invalid_target':
    'You confirmed with another provider. Use the one that you want to change.',
  'verification_record.social_verification.token_response_not_found':
    'The provider didn’t share any access with us. Nothing was changed.',

  'verification_code.not_found': 'This code no longer works. Ask for a new one.',
  'verification_code.email_mismatch':
    'This code was sent to another email address. Use that address, or ask for a new code.',
  'verification_code.phone_mismatch':
    'This code was sent to another phone number. Use that number, or ask for a new code.',
  'verification_code.expired': 'This code has expired. Ask for a new one.',
  'verification_code.exceed_max_try': 'This code was entered wrongly too often and no longer works. Ask for a new one.',
  'verification_code.code_mismatch': 'That code isn’t right. Check it and try again.',

  'session.not_found': 'Signing in took too long or was already finished. Start again from the app you want to open.',
  'session.invalid_credentials': 'The account or password isn’t right. Check what you typed and try again.',
  'session.verification_blocked_too_many_attempts':
    'Too many tries. For your safety, this way is paused. Try again {relativeTime}.',
  'session.verification_session_not_found': 'This step took too long or was already finished. Start it again.',
  'session.verification_failed': 'This step isn’t complete yet. Finish it first.',
  'session.identifier_not_found': 'We don’t know yet who is signing in. Start again.',
  'session.identity_conflict': 'You started signing in as somebody else. Start again to switch.',
  'session.insufficient_info': 'Something is missing to sign in at this provider. Start again.',
  'session.invalid_connector_id': 'This way to sign in doesn’t exist here.',
  'session.connector_validation_session_not_found':
    'Signing in at the provider took too long or was already finished. Start again.',
  'session.csrf_token_mismatch': 'This answer doesn’t belong to this browser. Start again here.',
  'session.google_one_tap.cookie_mismatch': 'This answer of Google doesn’t belong to this browser. Start again here.',
  'session.email_blocklist.email_not_allowed': 'This email address can’t be used here. Use another one.',
  'session.email_blocklist.email_subaddressing_not_allowed':
    'Email addresses with a plus sign can’t be used here. Leave that part out.',
  'session.email_blocklist.invalid_email': 'This isn’t an email address. Check what you typed.',
  'session.email_blocklist.disposable_email_validation_failed':
    'We couldn’t check this email address. Try again later.',
  'session.mfa.require_mfa_verification': 'Two-step verification is on for this account. Complete the second step.',
  'session.mfa.mfa_factor_not_enabled': 'This second step isn’t offered here.',
  'session.mfa.invalid_totp_code':
    'That code didn’t match. Wait for the next one, and check that your phone’s clock is automatic.',
  'session.mfa.backup_code_can_not_be_alone':
    'Backup codes need another second step. Add an authenticator app or a passkey first.',
  'session.mfa.pending_info_not_found': 'Adding the passkey took too long. Start again.',
  'session.mfa.webauthn_verification_failed': 'This passkey couldn’t be checked. Nothing was saved. Try again.',

  'user.username_already_in_use': 'This username is already taken. Choose another one.',
  'user.email_already_in_use': 'This email address belongs to another account. Use another one.',
  'user.phone_already_in_use': 'This phone number belongs to another account. Use another one.',
  'user.invalid_phone': 'This isn’t a phone number. Check what you typed, with the country code.',
  'user.identity_already_in_use': 'This account is already linked. Unlink it first.',
  'user.identity_not_exist': 'No account of this provider is linked.',
  'user.identity_not_exists_in_current_user':
    'You confirmed with an account that isn’t linked to yours. Use the linked one.',
  'user.last_sign_in_method_required': 'You can’t remove your only way to sign in. Add another one first.',
  'user.same_password': 'This is your current password. Choose another one.',
  'user.suspended': 'This account is suspended. An administrator can help you.',
  'user.user_not_exist': 'There is no account for this.',
  'user.missing_profile': 'Something is still missing to finish. Please fill it in.',
  'user.missing_mfa': 'This account needs two-step verification. Set it up to continue.',
  'user.suggest_mfa': 'Make your account safer with two-step verification. You can also do it later.',
  'user.sign_in_method_not_enabled': 'This way to sign in isn’t offered here. Use another one.',
  'user.cannot_delete_self': 'You can’t delete the account that you’re signed in with. Ask another administrator.',
  'user.cannot_suspend_self': 'You can’t suspend the account that you’re signed in with. Ask another administrator.',
  'user.cannot_demote_self': 'You can’t stop being an administrator by yourself. Ask another administrator.',
  'user.password_and_digest': 'Send either a password or a digest, not both.',
  'user.password_algorithm_required': 'A password digest needs the name of its algorithm.',
  'user.totp_secret_invalid': 'The key for the authenticator app isn’t valid. Start again.',
  'user.totp_already_in_use': 'An authenticator app is already set up. Remove it first.',
  'user.backup_code_already_in_use': 'You still have unused backup codes. Remove them first.',
  'user.wrong_backup_code_format': 'These backup codes aren’t valid. Create new ones.',

  'user.username_required': 'Enter a username.',
  'user.username_too_short':
    '{min, plural, one {Use at least # character for the username.} other {Use at least # characters for the username.}}',
  'user.username_too_long':
    '{max, plural, one {Use at most # character for the username.} other {Use at most # characters for the username.}}',
  'user.username_starts_with_number': 'A username can’t start with a digit. Start it with a letter.',
  'user.username_invalid_charset_hard': 'Use only the letters A to Z, digits and underscores for the username.',
  'user.username_uppercase_not_allowed': 'Capital letters can’t be used here. Write the username in small letters.',
  'user.username_lowercase_not_allowed': 'Small letters can’t be used here. Write the username in capital letters.',
  'user.username_numbers_not_allowed': 'Digits can’t be used in a username here. Leave them out.',
  'user.username_underscore_not_allowed': 'Underscores can’t be used in a username here. Leave them out.',

  'password.rejected': 'This password can’t be used. Choose another one.',
  'password_rejected.too_short': '{min, plural, one {Use at least # character.} other {Use at least # characters.}}',
  'password_rejected.too_long': '{max, plural, one {Use at most # character.} other {Use at most # characters.}}',
  'password_rejected.unsupported_characters': 'This password has characters that can’t be used. Leave them out.',
  'password_rejected.character_types':
    '{min, plural, one {Use at least # of these: capital letters, small letters, digits, symbols.} other {Mix at least # of these: capital letters, small letters, digits, symbols.}}',
  'password_rejected.pwned': 'This password has appeared in a data leak. Choose another one.',
  'password_rejected.restricted.repetition': 'Don’t build the password from repeated characters, such as “aaaa”.',
  'password_rejected.restricted.sequence': 'Don’t build the password from a sequence, such as “1234” or “qwerty”.',
  'password_rejected.restricted.user_info':
    'Don’t use your name, username, email address or phone number in the password.',
  'password_rejected.restricted.words': 'This password has a word that can’t be used here. Choose another one.',

  'secrets.third_party_token_set.token_not_found': 'No access to this provider is stored. Link the account again.',
  'secrets.third_party_token_set.access_token_expired': 'Access to this provider has expired. Sign in there again.',

  'storage.not_configured': 'Pictures can’t be uploaded here yet. An administrator can set it up.',
  'storage.upload_error': 'The file couldn’t be stored. Nothing was changed. Try again later.',

  'connector.general': 'The provider didn’t answer as expected. Try again later.',
  'connector.not_found': 'We can’t send messages or reach this provider yet. An administrator can set it up.',
  'connector.not_found_with_connector_id': 'There is no kind of connector with this id.',
  'connector.not_implemented': 'This connector can’t do this.',
  'connector.unexpected_type': 'This connector is of another type than is needed here.',
  'connector.invalid_metadata': 'The metadata of the connector isn’t valid.',
  'connector.invalid_config_guard': 'The connector doesn’t describe its settings correctly.',
  'connector.invalid_config': 'The settings of the connector aren’t valid.',
  'connector.invalid_request_parameters': 'The connector can’t use what was sent to it.',
  'connector.insufficient_request_parameters': 'Something is missing for the connector.',
  'connector.invalid_certificate': 'The certificate of the provider isn’t valid.',
  'connector.invalid_response': 'The provider gave an answer that we don’t understand. Try again later.',
  'connector.template_not_found': 'There is no text for this message yet. An administrator can add it.',
  'connector.template_not_supported': 'This connector can’t send messages of this kind.',
  'connector.authorization_failed': 'Signing in at the provider was cancelled or refused. Nothing was changed.',
  'connector.social_auth_code_invalid': 'Signing in at the provider didn’t work. Start again.',
  'connector.social_invalid_access_token': 'The provider no longer accepts its own access. Start again.',
  'connector.social_invalid_id_token': 'What the provider said about you couldn’t be checked. Start again.',
  'connector.rate_limit_exceeded': 'The provider accepts no more requests for the moment. Try again later.',
  'connector.usage_limit_exceeded': 'No more messages can be sent for now. An administrator can help you.',
  'connector.more_than_one_connector_factory': 'Several kinds of connector have the same id.',
  'connector.multiple_instances_not_supported': 'There can be only one connector of this kind.',
  'connector.multiple_target_with_same_platform': 'Another connector already uses this target.',
  'connector.cannot_overwrite_metadata_for_non_standard_connector':
    'The name and logo of this kind of connector can’t be changed.',
  'connector.token_storage_not_supported': 'This connector can’t keep or renew access to its provider.',

  'entity.not_found': 'This doesn’t exist, or no longer.',
  'entity.not_exists': 'What you want to change doesn’t exist, or no longer.',
  'entity.not_exists_with_id': 'Nothing has this id.',
  'entity.relation_foreign_key_not_found': 'The request refers to something that doesn’t exist.',
  'entity.value_too_long': 'A value is too long. Use a shorter one.',
  'entity.invalid_input': 'A value can’t be stored. Correct it and try again.',
  'entity.db_constraint_violated': 'These values don’t fit together. Nothing was changed.',
  'entity.create_failed': 'This couldn’t be created. Nothing was changed.',

  'application.invalid_third_party_application_type': 'An application of this type can’t be a third party’s.',
  'application.third_party_application_cannot_enable_token_exchange':
    'A third party’s application can’t use token exchange.',
  'application.third_party_application_only': 'Only third-party applications have this.',
  'application.user_consent_scopes_not_found': 'Some of these scopes don’t exist, or people can’t hold them.',
  'application.invalid_role_type':
    'This role doesn’t fit this application. Only machine-to-machine applications have roles.',
  'application.role_exists': 'The application already has this role.',
  'application.secret_name_exists': 'The application already has a secret of this name. Choose another name.',

  'role.name_in_use': 'Another role already has this name. Choose another name.',
  'role.scope_exists': 'The role already has this scope.',
  'role.user_exists': 'This user already has the role.',
  'role.application_exists': 'This application already has the role.',
  'role.invalid_type': 'This role is for applications, not for users.',
  'role.management_api_scopes_not_assignable_to_user_role': 'Scopes of the Management API can’t be given to users.',
  'role.internal_role_violation': 'This role is built in and can’t be changed.',
  'resource.resource_identifier_in_use': 'Another API resource already has this indicator. Choose another one.',
  'resource.cannot_delete_management_api': 'The Management API is built in and can’t be changed or deleted.',
  'scope.name_exists': 'The resource already has a scope of this name. Choose another name.',
  'scope.name_with_space': 'The name of a scope can’t contain a space.',

  // hook
  'hook.send_test_payload_failed': 'We couldn’t deliver the test to this address.',
  'hook.endpoint_responded_with_error': 'The receiver answered the test with an error.',

  'sign_in_experiences.username_policy_case_conflicts_exist':
    'Some usernames differ only in capital and small letters. Rename those accounts first.',
  'sign_in_experiences.backup_code_cannot_be_enabled_alone': 'Backup codes need another second step beside them.',
  'sign_in_experiences.duplicated_mfa_factors': 'A second step is listed twice.',
  'sign_in_experiences.passwordless_requires_verify':
    'An email address or phone number that people sign up with must be verified.',
  'sign_in_experiences.password_expiration_not_enabled': 'Passwords don’t expire here. Turn expiration on first.',

  'oidc.session_not_found': 'This device is no longer signed in.',
  'oidc.invalid_session_account_id': 'This device isn’t signed in to this account.',
  'oidc.invalid_session_payload': 'The list of devices couldn’t be read. Try again later.',
  'oidc.failed_to_revoke_grant': 'The access of this app couldn’t be ended completely. Try again.',
  'oidc.failed_to_cleanup_session_authorization':
    'The access of this app has ended, but the list of devices still shows it.',

  'oidc.invalid_request': 'The app sent a request that isn’t valid. Start again from the app.',
  'oidc.invalid_client': 'This app isn’t known here, or couldn’t prove who it is.',
  'oidc.invalid_grant': 'This access is no longer valid. Sign in again.',
  'oidc.invalid_scope': 'The app asks for something it may not have.',
  'oidc.invalid_target': 'The app asks for an API that isn’t known here or wasn’t allowed.',
  'oidc.invalid_redirect_uri':
    'The app wants you back at an address that it hasn’t registered. To protect you, we stopped here.',
  'oidc.unauthorized_client': 'This app may not sign people in this way.',
  'oidc.unsupported_grant_type': 'This way to get access isn’t supported.',
  'oidc.unsupported_response_type': 'The app asks for a kind of answer that isn’t supported.',
  'oidc.unsupported_response_mode': 'The app asks for the answer in a way that isn’t supported.',
  'oidc.request_not_supported': 'The app sent its request in a form that isn’t supported.',
  'oidc.request_uri_not_supported': 'The app sent its request in a form that isn’t supported.',
  'oidc.registration_not_supported': 'Apps can’t register themselves here.',
  'oidc.access_denied': 'Access was declined. Nothing was shared.',
  'oidc.login_required': 'Sign in to continue.',
  'oidc.consent_required': 'The app needs your permission to continue.',
  'oidc.interaction_required': 'The app needs your answer to continue.',
  'oidc.invalid_token': 'This access has expired or was ended. Sign in again.',
  'oidc.insufficient_scope': 'The app wasn’t given access to this.',
  'oidc.server_error': 'Something failed on our side. Try again in a moment.',
  'oidc.temporarily_unavailable': 'We can’t answer right now. Try again in a moment.',
};
