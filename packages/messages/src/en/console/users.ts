/** Users. */
export const users = {} as const;
