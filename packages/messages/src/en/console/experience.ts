/** How people sign in and sign up. */
export const experience = {} as const;
