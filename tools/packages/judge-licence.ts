/** Prevents a licence that binds those who run or build upon Freehold to more than naming its authors. */

/** SPDX identifiers of licences that ask for no more than a notice. */
export const allowedLicences: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
];

/** Whether an SPDX expression (`MIT`, `(MIT OR GPL-2.0-only)`, `MIT AND ISC`) can be met. Anything unclear cannot. */
export function isAllowed(expression: string | undefined): boolean {
  const bare = expression?.trim().replace(/^\(([^()]*)\)$/, '$1') ?? '';
  if (/[()]/.test(bare)) return false;
  return bare
    .split(' OR ')
    .some(choice => choice.split(' AND ').every(licence => allowedLicences.includes(licence.trim())));
}
