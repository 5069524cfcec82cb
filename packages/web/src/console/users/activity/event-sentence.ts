import type { WordKey } from '@freehold/client/react/kit';
import type { SecurityEventType, SecurityLog } from '@freehold/contract';

type Fill = Readonly<Record<string, string>>;
type Sentence = { readonly key: WordKey; readonly values: Fill };

const plainSentences: Partial<Readonly<Record<SecurityEventType, WordKey>>> = {
  'account-created': 'console.event_account_created',
  'account-updated': 'console.event_account_updated',
  'account-disabled': 'console.event_account_disabled',
  'account-enabled': 'console.event_account_enabled',
  'account-purged': 'console.event_account_purged',
  'session-established': 'console.event_session_established',
  'device-added': 'console.event_device_added',
  'session-revoked': 'console.event_session_revoked',
  'identifier-lockout': 'console.event_identifier_lockout',
  'message-rate-limited': 'console.event_message_rate_limited',
  'lockout-released': 'console.event_lockout_released',
  'roles-changed': 'console.event_roles_changed',
  'settings-changed': 'console.event_settings_changed',
  'application-changed': 'console.event_application_changed',
  'impersonation-granted': 'console.event_impersonation_granted',
  'impersonation-started': 'console.event_impersonation_started',
  'refresh-token-reused': 'console.event_refresh_token_reused',
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What happened, as a sentence and what fills it. Types that came after these words are told by their name. */
export function eventSentence({ key, payload }: SecurityLog): Sentence {
  const { data, personal = {} } = payload;
  const simple = plainSentences[key as SecurityEventType];
  if (simple !== undefined) return { key: simple, values: {} };
  switch (key) {
    case 'identifier-changed':
      return { key: 'console.event_identifier_changed', values: { identifier: identifierOf(data, personal) } };
    case 'credential-change':
      return { key: 'console.event_credential_change', values: { change: text(data['change']) } };
    case 'identity-linked':
      return { key: 'console.event_identity_linked', values: { provider: providerOf(data) } };
    case 'identity-unlinked':
      return { key: 'console.event_identity_unlinked', values: { provider: providerOf(data) } };
    case 'sign-in-failed':
      return { key: 'console.event_sign_in_failed', values: { method: methodOf(data) } };
    case 'proof-given':
      return { key: 'console.event_proof_given', values: { method: methodOf(data) } };
    case 'proof-failed':
      return { key: 'console.event_proof_failed', values: { method: methodOf(data) } };
    default:
      return { key: 'console.event_other', values: { type: key } };
  }
}

/** Once the person is deleted the kind of identifier is gone with its values, but not the name of the member. */
function identifierOf(data: Readonly<Record<string, unknown>>, personal: Readonly<Record<string, unknown>>): string {
  const known = text(personal['identifier']);
  if (known !== '') return known;
  const members = Array.isArray(data['members']) ? data['members'] : [];
  if (members.includes('primaryEmail')) return 'email';
  return members.includes('primaryPhone') ? 'phone' : 'username';
}

const providerOf = (data: Readonly<Record<string, unknown>>): string => text(data['provider']) || text(data['target']);

const methodOf = (data: Readonly<Record<string, unknown>>): string =>
  data['method'] === 'password' ? 'password' : 'code';
