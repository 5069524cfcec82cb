import type { AccountScope, Guard, GuardCondition } from '@freehold/contract';
import { canEdit, canRead } from '../account-center/index.ts';
import { holdsScope, type Principal, Problem } from '../operation/index.ts';

/** Finds the proof that a sensitive action needs, or refuses. */
export type JudgeProof = (action: Extract<Guard, { kind: 'proof' }>['action']) => Promise<void>;

/** Judges one guard of a route against the caller and the parsed body. */
export async function enforce(guard: Guard, principal: Principal, body: unknown, judgeProof: JudgeProof) {
  if (!applies(guard.when, body)) return;
  switch (guard.kind) {
    case 'edits':
      if (!canEdit(principal.fields, guard.field)) throw new Problem('account_center.field_not_editable');
      return;
    case 'reads':
      if (!canRead(principal.fields, guard.field)) throw new Problem('account_center.field_not_enabled');
      return;
    case 'scope':
      if (!holdsScope(principal, guard.scope as AccountScope)) throw missingScope(guard.scope, guard.status);
      return;
    case 'firstParty':
      if (!principal.firstParty) throw new Problem('auth.third_party_application_forbidden');
      return;
    case 'proof':
      return judgeProof(guard.action);
  }
}

function applies(when: GuardCondition | undefined, body: unknown): boolean {
  if (!when) return true;
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, when.member) : undefined;
  if (value === undefined) return false;
  if (when.is === 'null') return value === null;
  return when.is !== 'value' || value !== null;
}

/** The wire answers a missing scope with 400, 401 or 403 by route; a client switches on it. RFC 6750 §3.1 names the scope. */
function missingScope(scope: string, status: 400 | 401 | 403): Problem {
  return new Problem(status === 403 ? 'auth.forbidden' : 'auth.unauthorized', {
    status,
    ...(status !== 400 && { headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${scope}"` } }),
  });
}
