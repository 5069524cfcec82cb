import type { ErrorSpec } from './error-spec.ts';

/** Connectors: mail, text messages and outside providers. */
export const connectorErrors = {
  // connector: mail, text messages and outside providers

  'connector.general': {
    status: 400,
    title: 'Connector failed',
    when: 'The provider behind the connector answered with an error or not at all. What it said is in the log only.',
    fix: 'Try again, and look at the configuration of the connector if it stays.',
  },
  'connector.not_found': {
    status: 501,
    alsoStatus: [400],
    title: 'Connector not found',
    when: 'No connector of the needed kind is set up.',
    fix: 'Add one with `POST /api/connectors`.',
  },
  'connector.not_found_with_connector_id': {
    status: 422,
    title: 'Connector kind not found',
    when: 'No kind of connector has this id.',
    fix: 'Use an id of `GET /api/connector-factories`.',
  },
  'connector.not_implemented': {
    status: 501,
    title: 'Not implemented by connector',
    when: 'The connector cannot do this.',
    fix: 'Use another connector.',
  },
  'connector.unexpected_type': {
    status: 400,
    title: 'Connector of another type',
    when: 'The connector is of another type than the operation needs, for example an email connector where a provider to sign in with is needed.',
    fix: 'Use a connector of the right type.',
  },
  'connector.invalid_metadata': {
    status: 400,
    title: 'Invalid connector metadata',
    when: 'The metadata of the connector does not have the shape that its kind demands.',
    fix: 'Correct the metadata.',
  },
  'connector.invalid_config_guard': {
    status: 400,
    title: 'Invalid connector description',
    when: 'The connector does not describe its own configuration correctly.',
    fix: 'Use another version of the connector.',
  },
  'connector.invalid_config': {
    status: 400,
    title: 'Invalid connector configuration',
    when: 'The configuration of the connector does not have the shape that its kind demands.',
    fix: 'Correct the configuration with `PATCH /api/connectors/{id}`.',
  },
  'connector.invalid_request_parameters': {
    status: 400,
    title: 'Invalid parameters for connector',
    when: 'The connector was called with parameters that it cannot use.',
    fix: 'Correct the parameters.',
  },
  'connector.insufficient_request_parameters': {
    status: 400,
    title: 'Parameters missing for connector',
    when: 'The connector was called without a parameter that it needs.',
    fix: 'Send the missing parameter.',
  },
  'connector.invalid_certificate': {
    status: 400,
    title: 'Invalid certificate',
    when: 'The certificate of the provider is malformed, expired or not the configured one.',
    fix: 'Correct the certificate in the configuration of the connector.',
  },
  'connector.invalid_response': {
    status: 400,
    title: 'Unexpected answer of the provider',
    when: 'The answer of the provider does not have the expected shape.',
    fix: 'Try again, and look at the configuration of the connector if it stays.',
  },
  'connector.template_not_found': {
    status: 400,
    title: 'Message template not found',
    when: 'The connector has no template for this kind of message, and no `Generic` one.',
    fix: 'Add the template to the configuration of the connector.',
  },
  'connector.template_not_supported': {
    status: 400,
    title: 'Message template not supported',
    when: 'The connector cannot send this kind of message.',
    fix: 'Use another connector.',
  },
  'connector.authorization_failed': {
    status: 401,
    title: 'Provider refused authorization',
    when: 'The person declined at the provider, or the provider refused.',
    fix: 'Start the sign-in at the provider again.',
  },
  'connector.social_auth_code_invalid': {
    status: 401,
    title: 'Invalid authorization code of the provider',
    when: 'The provider did not accept the authorization code: it is wrong, expired or already used.',
    fix: 'Start the sign-in at the provider again.',
  },
  'connector.social_invalid_access_token': {
    status: 401,
    title: 'Invalid access token of the provider',
    when: 'The provider did not accept the access token that it issued.',
    fix: 'Start the sign-in at the provider again.',
  },
  'connector.social_invalid_id_token': {
    status: 401,
    title: 'Invalid ID token of the provider',
    when: 'The ID token of the provider is malformed, expired, or not meant for this application.',
    fix: 'Start the sign-in at the provider again.',
  },
  'connector.rate_limit_exceeded': {
    status: 429,
    title: 'Provider rate limit exceeded',
    when: 'The provider behind the connector accepts no more requests for a while.',
    fix: 'Try again later.',
  },
  'connector.usage_limit_exceeded': {
    status: 429,
    title: 'Provider usage limit exceeded',
    when: 'The quota at the provider behind the connector is used up.',
    fix: 'Raise the quota at the provider, or wait for the next period.',
  },
  'connector.more_than_one_connector_factory': {
    status: 400,
    title: 'More than one connector kind',
    when: 'Several kinds of connector claim the same id.',
    fix: 'Remove one of them from the folder of connectors.',
  },
  'connector.multiple_instances_not_supported': {
    status: 422,
    title: 'Only one connector of this kind',
    when: 'A connector of this kind already exists, and the kind allows only one.',
    fix: 'Change the existing connector.',
  },
  'connector.multiple_target_with_same_platform': {
    status: 422,
    title: 'Target already in use',
    when: 'Another connector has the same target and the same platform.',
    fix: 'Choose another target.',
  },
  'connector.cannot_overwrite_metadata_for_non_standard_connector': {
    status: 400,
    title: 'Metadata not changeable',
    when: 'The name, logo and target of this kind of connector are fixed.',
    fix: 'Leave `metadata` out.',
  },
  'connector.token_storage_not_supported': {
    status: 422,
    title: 'Token storage not supported',
    when: 'The connector cannot keep the tokens of its provider, or cannot renew them.',
    fix: 'Use a connector that supports it, or do not enable token storage.',
  },
} as const satisfies Record<string, ErrorSpec>;
