/** What the console says to administrators. English decides which sentences there are. */
export const consoleWords = {
  'console.task': 'Console',
} as const;
