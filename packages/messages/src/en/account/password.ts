/** The password. */
export const password = {} as const;
