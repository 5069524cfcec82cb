/**
 * The words that every operation is written in: who calls ({@link Principal}), with what
 * ({@link Context}), what it answers ({@link Handler}) and how it refuses ({@link Problem}).
 *
 * Types, one error class and the precondition of a change; no behaviour of the product. Everybody may import it, it imports nobody
 * but the contract and the database's interface.
 */
export * from './context.ts';
export * from './handler.ts';
export * from './precondition.ts';
export * from './principal.ts';
export * from './problem.ts';
