import type { Guard, GuardCondition, Route } from '../route.ts';
import { verificationHeader } from '../verifications.ts';
import { guardProblem } from './problems-of.ts';

/**
 * What is judged before an operation, in the order in which it is judged, one line of Markdown each. The order is part of
 * the contract: a client switches on the one code that comes back.
 */
export function stepsInWords(route: Route): string[] {
  const inputs = [route.params && 'path', route.query && 'query', route.body && 'body'].filter(
    part => part !== undefined,
  );
  return [
    ...callerInWords[route.caller],
    ...(inputs.length > 0
      ? [`The ${inputs.join(', ')} must have the shape below: else 400 \`guard.invalid_input\`.`]
      : []),
    ...(route.pagination ? ['`page` and `page_size` must be in range: else 400 `guard.invalid_pagination`.'] : []),
    ...(route.guards ?? []).map(guardInWords),
    ...(route.file
      ? [
          `The form must have a file named \`${route.file.name}\`: else 400 \`guard.invalid_input\`. It must have at most ${route.file.maxBytes} bytes: else 400 \`guard.file_size_exceeded\`.`,
        ]
      : []),
  ];
}

const callerInWords: { readonly [C in Route['caller']]: readonly string[] } = {
  account: [
    'The access token must be valid and its session, grant and user alive: else 401 `auth.unauthorized`. It must hold the scope `openid`: else 403 `auth.forbidden`.',
    'The Account API must be enabled: else 400 `account_center.not_enabled`.',
  ],
  management: [
    'The JWT must be valid and meant for the Management API: else 401 `auth.unauthorized`. It must hold the scope `all`: else 403 `auth.forbidden`.',
  ],
  interaction: ['The browser must be in the middle of signing in: else 400 `session.not_found`.'],
  anyone: [],
};

/** One guard as a sentence, with what a caller gets who fails it. */
function guardInWords(guard: Guard): string {
  const { status, code } = guardProblem(guard);
  const sentence = guard.when ? `${conditionInWords(guard.when)}: ${demandInWords(guard)}` : demandInWords(guard);
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}: else ${status} \`${code}\`.`;
}

function demandInWords(guard: Guard): string {
  switch (guard.kind) {
    case 'scope':
      return `the access token must hold the scope \`${guard.scope}\``;
    case 'edits':
      return `the administrator must have set the field \`${guard.field}\` to \`Edit\``;
    case 'reads':
      return `the administrator must have set the field \`${guard.field}\` to \`ReadOnly\` or \`Edit\``;
    case 'firstParty':
      return "the application must not be a third party's";
    case 'proof':
      return `a proof for the action \`${guard.action}\` in the header \`${verificationHeader}\`, as far as the step-up policy asks one`;
  }
}

function conditionInWords({ member, is = 'present' }: GuardCondition): string {
  const kinds = { present: 'is sent', value: 'is sent and not null', null: 'is sent as null' } as const;
  return `When \`${member}\` ${kinds[is]}`;
}
