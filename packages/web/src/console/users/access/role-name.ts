import type { Words } from '@freehold/client/react/kit';
import type { Role } from '@freehold/contract';

/** The role of administrators; the same in every tenant. */
export const ADMINISTRATOR = 'administrator';

/** What a role is called: the product's own in the reader's language, others as they were named. */
export const roleName = (role: Pick<Role, 'id' | 'name'>, { text }: Words): string =>
  role.id === ADMINISTRATOR ? text('console.role_administrator') : role.name;
