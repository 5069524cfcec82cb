/** What stands around every page of the console, and its first page. */
export const frame = {
  'console.task': 'Console',
} as const;
