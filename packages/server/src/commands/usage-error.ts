/** The command line makes no sense: the usage is printed. */
export class UsageError extends Error {}
