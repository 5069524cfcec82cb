/** What a message to a person is for: templates are chosen by it, connectors are told it. */
export const messageUsages = [
  'SignIn',
  'Register',
  'ForgotPassword',
  'OrganizationInvitation',
  'Generic',
  'UserPermissionValidation',
  'BindNewIdentifier',
  'MfaVerification',
  'BindMfa',
  // Beyond the wire's list: tells a person what happened to their account.
  'SecurityNotice',
] as const;
export type MessageUsage = (typeof messageUsages)[number];
