import type { ErrorSpec } from './error-spec.ts';

/** What the Management API keeps: entities, applications, roles, resources, scopes, settings. */
export const directoryErrors = {
  // entity: the things that the Management API keeps

  'entity.not_found': {
    status: 404,
    title: 'Not found',
    when: 'What the request names does not exist, or no longer.',
    fix: 'Check the id.',
  },
  'entity.not_exists': {
    status: 404,
    title: 'Does not exist',
    when: 'What the request wants to change does not exist, or no longer.',
    fix: 'Check the id.',
  },
  'entity.not_exists_with_id': {
    status: 404,
    title: 'No such id',
    when: 'Nothing of this kind has this id.',
    fix: 'Check the id.',
  },
  'entity.relation_foreign_key_not_found': {
    status: 404,
    title: 'Related entity not found',
    when: 'The request refers to something that does not exist.',
    fix: 'Check the ids in the body.',
  },
  'entity.value_too_long': {
    status: 422,
    title: 'Value too long',
    when: 'A value has more characters than can be stored.',
    fix: 'Send a shorter value.',
  },
  'entity.invalid_input': {
    status: 422,
    title: 'Value cannot be stored',
    when: 'A value is well formed but cannot be stored.',
    fix: 'Correct the value.',
  },
  'entity.db_constraint_violated': {
    status: 422,
    title: 'Rule violated',
    when: 'The values together break a rule of the data.',
    fix: 'Correct the values.',
  },
  'entity.create_failed': {
    status: 422,
    title: 'Not created',
    when: 'The thing could not be created.',
    fix: 'Correct the values and try again.',
  },

  // application

  'application.invalid_third_party_application_type': {
    status: 400,
    title: 'Type cannot be third-party',
    when: 'Only applications that people sign in to (`Traditional`, `SPA`, `Native`) can be third-party.',
    fix: 'Choose another type, or leave `isThirdParty` out.',
  },
  'application.third_party_application_cannot_enable_token_exchange': {
    status: 422,
    title: 'No token exchange for third parties',
    when: 'A third-party application asks for token exchange, which would let it act as any user.',
    fix: 'Leave `allowTokenExchange` out, or make the application first-party.',
  },
  'application.third_party_application_only': {
    status: 422,
    title: 'For third-party applications',
    when: 'Something that only third-party applications have was asked of one that is not. Other applications may ask for every scope already.',
    fix: 'Use an application that was created with `isThirdParty`.',
  },
  'application.user_consent_scopes_not_found': {
    status: 422,
    title: 'No such scopes',
    when: 'Scopes that a third-party application is to ask for do not exist, or people cannot hold them. `data.scopeIds` names them.',
    fix: 'Use ids of scopes of your own APIs.',
  },
  'application.invalid_role_type': {
    status: 422,
    title: 'Role of another type',
    when: 'A role for users was given to an application, or a role was given to an application that is not machine-to-machine.',
    fix: 'Use a role of type `MachineToMachine` and an application of the same type.',
  },
  'application.role_exists': {
    status: 422,
    title: 'Role already assigned',
    when: 'The application already has one of these roles.',
    fix: 'Leave it out, or set all roles with `PUT`.',
  },
  'application.secret_name_exists': {
    status: 422,
    title: 'Secret name already in use',
    when: 'The application already has a secret of this name.',
    fix: 'Choose another name.',
  },

  // role, resource, scope

  'role.name_in_use': {
    status: 422,
    title: 'Role name already in use',
    when: 'Another role has this name.',
    fix: 'Choose another name.',
  },
  'role.scope_exists': {
    status: 422,
    title: 'Scope already assigned',
    when: 'The role already has one of these scopes.',
    fix: 'Leave it out.',
  },
  'role.user_exists': {
    status: 422,
    title: 'Role already assigned to user',
    when: 'One of these users already has the role.',
    fix: 'Leave that user out.',
  },
  'role.application_exists': {
    status: 422,
    title: 'Role already assigned to application',
    when: 'One of these applications already has the role.',
    fix: 'Leave that application out.',
  },
  'role.invalid_type': {
    status: 422,
    title: 'Role of another type',
    when: 'A role for applications was given to a user.',
    fix: 'Use a role of type `User`.',
  },
  'role.management_api_scopes_not_assignable_to_user_role': {
    status: 403,
    title: 'Scope not for users',
    when: 'A scope of the Management API was given to a role for users.',
    fix: 'Use a role of type `MachineToMachine`.',
  },
  'role.internal_role_violation': {
    status: 403,
    title: 'Built-in role',
    when: 'The role is built in and cannot be changed or deleted.',
    fix: 'Create a role of your own.',
  },
  'resource.resource_identifier_in_use': {
    status: 422,
    title: 'Resource indicator already in use',
    when: 'Another API resource has this indicator.',
    fix: 'Choose another indicator.',
  },
  'resource.cannot_delete_management_api': {
    status: 400,
    title: 'Built-in resource',
    when: 'The resource is the Management API itself, which cannot be changed or deleted.',
    fix: 'Leave it as it is.',
  },
  'scope.name_exists': {
    status: 422,
    title: 'Scope name already in use',
    when: 'The resource already has a scope of this name.',
    fix: 'Choose another name.',
  },
  'scope.name_with_space': {
    status: 400,
    title: 'Space in scope name',
    when: 'The name of the scope contains a space, which separates scopes in OAuth.',
    fix: 'Use another character, for example `:`.',
  },

  // hook

  'hook.send_test_payload_failed': {
    status: 422,
    title: 'Test not delivered',
    when: 'The receiver of a webhook gave no usable answer to a test, or its address may not be asked. `data.reason` says what happened.',
    fix: 'Check the URL, and that the receiver can be reached from this server and answers within ten seconds.',
  },
  'hook.endpoint_responded_with_error': {
    status: 422,
    title: 'Receiver refused the test',
    when: 'The receiver of a webhook answered a test with a status other than 200 to 299, which is in `data.responseStatus`.',
    fix: 'Look into the log of the receiver.',
  },

  // sign_in_experiences: combinations of settings that cannot work

  'sign_in_experiences.username_policy_case_conflicts_exist': {
    status: 409,
    title: 'Usernames differ only in case',
    when: 'Usernames cannot stop telling capital from small letters while some differ in nothing else.',
    fix: 'Rename the accounts that differ only in case first.',
  },
  'sign_in_experiences.backup_code_cannot_be_enabled_alone': {
    status: 400,
    title: 'Backup codes need another factor',
    when: 'Backup codes are the only second factor in the settings.',
    fix: 'Enable an authenticator app or passkeys too.',
  },
  'sign_in_experiences.duplicated_mfa_factors': {
    status: 400,
    title: 'Second factor named twice',
    when: 'The list of second factors names one twice.',
    fix: 'Name each factor once.',
  },
  'sign_in_experiences.passwordless_requires_verify': {
    status: 400,
    title: 'Verification required',
    when: 'People sign up with an email address or phone number, and the settings do not verify it.',
    fix: 'Set `signUp.verify` to `true`.',
  },
  'sign_in_experiences.password_expiration_not_enabled': {
    status: 400,
    title: 'Password expiration not enabled',
    when: 'A password was marked as expired, and passwords do not expire in this tenant.',
    fix: 'Enable `passwordExpiration` with `PATCH /api/sign-in-exp` first.',
  },
} as const satisfies Record<string, ErrorSpec>;
