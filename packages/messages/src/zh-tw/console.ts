import type { ConsoleMessages } from '../catalogue.ts';

export const consoleWords: ConsoleMessages = {
  'console.task': '主控台',
};
