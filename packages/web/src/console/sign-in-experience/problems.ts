import { isRecord, type Problem, problemSentence, type Words } from '@freehold/client/react/kit';
import type { SignInExperience } from '@freehold/contract';
import { refusals, tabOf } from './settings.ts';

/** What the page itself finds wrong, in words, by path. */
export function ownProblems(settings: SignInExperience, { text, locale }: Words): Readonly<Record<string, string>> {
  const number = new Intl.NumberFormat(locale);
  return Object.fromEntries(
    Object.entries(refusals(settings)).map(([path, refusal]) => [
      path,
      refusal.is === 'range'
        ? text('experience.wrong_range', { min: number.format(refusal.min), max: number.format(refusal.max) })
        : text(`experience.wrong_${refusal.is}`, { example: '#2456d6' }),
    ]),
  );
}

/** Where the server's refusals of a combination belong. */
const places: Readonly<Record<string, string>> = {
  'sign_in_experiences.passwordless_requires_verify': 'signUp',
  'sign_in_experiences.username_policy_case_conflicts_exist': 'usernamePolicy.caseSensitive',
};

const addresses = /^(?:branding\.|(?:termsOfUse|privacyPolicy|supportWebsite|unknownSessionRedirect)Url$)/;

/** What the server has refused, by path; nothing where it names no setting of this page. */
export function refusedProblems(problem: Problem, words: Words): Readonly<Record<string, string>> {
  const place = places[problem.code];
  if (place !== undefined) return { [place]: problemSentence(problem, words) };
  const { data } = problem;
  if (!isRecord(data)) return {};
  if (problem.code === 'request.invalid_input') {
    const member = String(data['member']);
    return tabOf(member) === undefined ? {} : { [member]: words.text('experience.wrong_value') };
  }
  const issues = Array.isArray(data['issues']) ? data['issues'] : [];
  const found = issues.flatMap((issue): [string, string][] => {
    const path = isRecord(issue) && Array.isArray(issue['path']) ? issue['path'].map(String).join('.') : '';
    if (tabOf(path) === undefined) return [];
    return [[path, words.text(addresses.test(path) ? 'experience.wrong_address' : 'experience.wrong_value')]];
  });
  return Object.fromEntries(found);
}
