/** Prevents a client that calls a path which has moved: its table is printed from the routes that the server mounts. */
import { methodsOf, type Route, routeGroups } from '@freehold/contract';

/** `packages/client/src/operations.ts`: caller, verb and path of every operation, without the weight of the contract. */
export function clientOperations(): string {
  const lines = routeGroups
    .flatMap(group => Object.entries<Route>(group))
    .map(([name, route]) => `  ${name}: '${route.caller} ${methodsOf(route)[0]} ${route.path}',`);
  return `// Printed by "npm run generate" from the contract; do not edit.
import type { Caller, HttpMethod, OperationId } from '@freehold/contract';

/** Caller, verb and path of every operation. */
export const operations = {
${lines.join('\n')}
} as const satisfies Record<OperationId, \`\${Caller} \${HttpMethod} /\${string}\`>;
`;
}
