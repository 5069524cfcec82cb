/** Picture, name and profile. */
export const profile = {} as const;
