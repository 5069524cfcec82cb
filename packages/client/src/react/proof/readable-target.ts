/** An address that the server has made unreadable for strangers, as people write that: `a•••@example.com`. */
export const readableTarget = (target: string): string => target.replace('***', '•••');
