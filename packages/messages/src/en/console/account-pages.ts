/** Account pages: fields, preview, proof policy, simulator. */
export const accountPages = {} as const;
