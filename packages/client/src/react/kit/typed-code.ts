/** How many digits a code has. */
export const codeLength = 6;

/**
 * The digits of what somebody typed or pasted: full-width ones of Chinese and Japanese keyboards count, and "482 913",
 * "482-913" and "Your code is 482913" mean the same.
 */
export function digitsOf(typed: string): string {
  const digits = typed.normalize('NFKC').replace(/\D/g, '');
  return digits.slice(0, codeLength);
}
