/** Accounts at other providers. */
export const linked = {} as const;
