import type { SecurityEventType, SecurityLog } from '@freehold/contract';
import type { ReadEvent } from './read-event.ts';

const failures: ReadonlySet<SecurityEventType> = new Set([
  'sign-in-failed',
  'proof-failed',
  'identifier-lockout',
  'message-rate-limited',
  'refresh-token-reused',
]);

/** An event as the Management API shows it. */
export function logView(event: ReadEvent): SecurityLog {
  const { ip, userAgent, ...personal } = event.personal ?? {};
  return {
    id: event.id,
    key: event.type,
    createdAt: event.createdAt.getTime(),
    payload: {
      key: event.type,
      result: failures.has(event.type) ? 'Error' : 'Success',
      userId: event.userId,
      applicationId: event.clientId,
      sessionId: event.sessionUid,
      actor: event.actor as SecurityLog['payload']['actor'],
      requestId: event.requestId,
      ...(typeof ip === 'string' && { ip }),
      ...(typeof userAgent === 'string' && { userAgent }),
      data: event.data as SecurityLog['payload']['data'],
      ...(Object.keys(personal).length > 0 && { personal: personal as SecurityLog['payload']['data'] }),
    },
  };
}
