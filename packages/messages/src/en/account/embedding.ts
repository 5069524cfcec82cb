/** What the parts that applications mount say of their own. */
export const embedding = {
  'embedding.try_again': 'Try again',
} as const;
