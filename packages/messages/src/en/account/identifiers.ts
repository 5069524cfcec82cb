/** Username, email address and phone number. */
export const identifiers = {} as const;
