/**
 * The parts that our pages are made of: fields, notices, the words of a language, what a refusal means in words. Ours to
 * change: an application mounts the components of `@freehold/client/react`, which are made of these.
 *
 * Owns how things look and read; knows no account, no operation of the API but by the problems it ends in.
 */
export * from './code-clock.ts';
export * from './code-form.tsx';
export * from './dialog.tsx';
export * from './fields.tsx';
export * from './icons.tsx';
export * from './identifier.ts';
export * from './identifier-text.tsx';
export * from './initials.ts';
export * from './languages.ts';
export * from './live-region.tsx';
export * from './new-password.tsx';
export * from './notice.tsx';
export * from './other-ways.tsx';
export * from './password-policy.ts';
export * from './password-rules.tsx';
export * from './phone-numbers.ts';
export * from './phone-text.tsx';
export * from './plain.ts';
export * from './problem.ts';
export * from './problem-words.ts';
export * from './provider-mark.tsx';
export * from './random-text.ts';
export * from './rule-list.tsx';
export * from './step-form.tsx';
export * from './step-words.ts';
export * from './submit-button.tsx';
export * from './tab-memory.ts';
export * from './theme.ts';
export * from './typed-code.ts';
export * from './use-field-problem.ts';
export * from './use-lock.ts';
export * from './use-online.ts';
export * from './use-seconds.ts';
export * from './use-sign-out.ts';
export * from './use-task.ts';
export * from './words.tsx';
