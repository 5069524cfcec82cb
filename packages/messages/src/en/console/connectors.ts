/** Connectors. */
export const connectors = {} as const;
