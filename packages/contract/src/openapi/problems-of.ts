import { type ErrorCode, errorSpec } from '../errors/index.ts';
import type { Guard, Route } from '../route.ts';

/** A code that an operation can answer, with its status there. */
export interface ExpectedProblem {
  readonly status: number;
  readonly code: ErrorCode;
}

/**
 * Every problem that a caller of the operation can meet, by status and code: those that the route lists, and those that
 * its caller, its guards and its inputs bring along.
 */
export function problemsOf(route: Route): ExpectedProblem[] {
  const own = route.errors.flatMap(code => {
    const { status, alsoStatus = [] } = errorSpec(code);
    return [status, ...alsoStatus].map(each => ({ status: each, code }));
  });
  const implied = [
    ...callerProblems[route.caller],
    ...(route.body ? bodyProblems : []),
    ...(route.file ? fileProblems : []),
    ...(route.params || route.query ? (['guard.invalid_input'] as const) : []),
    ...(route.pagination ? (['guard.invalid_pagination'] as const) : []),
    ...(route.ifMatch ? (['request.precondition_failed'] as const) : []),
    ...everywhere,
  ].map(code => ({ status: errorSpec(code).status, code }));
  const all = [...own, ...implied, ...(route.guards ?? []).map(guardProblem)];
  const distinct = new Map(all.map(problem => [`${problem.status} ${problem.code}`, problem]));
  return [...distinct.values()].sort((a, b) => a.status - b.status || (a.code < b.code ? -1 : 1));
}

/** What a caller gets who fails a guard. */
export function guardProblem(guard: Guard): ExpectedProblem {
  if (guard.kind === 'scope') {
    return { status: guard.status, code: guard.status === 403 ? 'auth.forbidden' : 'auth.unauthorized' };
  }
  const code = codeOfGuard[guard.kind];
  return { status: errorSpec(code).status, code };
}

const codeOfGuard = {
  edits: 'account_center.field_not_editable',
  reads: 'account_center.field_not_enabled',
  firstParty: 'auth.third_party_application_forbidden',
  proof: 'verification_record.permission_denied',
} as const satisfies Record<Exclude<Guard['kind'], 'scope'>, ErrorCode>;

const tokenProblems = [
  'auth.authorization_header_missing',
  'auth.authorization_token_type_not_supported',
  'auth.unauthorized',
  'auth.forbidden',
] as const;

const callerProblems: { readonly [C in Route['caller']]: readonly ErrorCode[] } = {
  account: [...tokenProblems, 'account_center.not_enabled'],
  management: [...tokenProblems, 'auth.jwt_sub_missing'],
  interaction: ['session.not_found'],
  anyone: [],
};

const bodyProblems = ['guard.invalid_input', 'request.body_too_large', 'request.unsupported_media_type'] as const;

const fileProblems = ['guard.invalid_input', 'request.unsupported_media_type'] as const;

const everywhere = ['tenant.not_found', 'server.internal_error', 'server.unavailable'] as const;
