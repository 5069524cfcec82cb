import { expect, test } from 'vitest';
import { generatedPassword } from './generated-password.ts';

test('passwords are long, of characters that cannot be mistaken, and each another', () => {
  const made = Array.from({ length: 200 }, generatedPassword);
  for (const password of made) expect(password).toMatch(/^[a-km-np-zA-HJ-NP-Z2-9]{16}$/);
  expect(new Set(made).size).toBe(200);
});
