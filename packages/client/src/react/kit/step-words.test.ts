import { expect, test } from 'vitest';
import { Problem } from './problem.ts';
import { stepProblem } from './step-words.ts';
import { makeWords } from './words.tsx';

const words = makeWords('en', { 'problem.unknown_with_id': 'Mention {id}.' });
const about = { requestId: 'req-1' };

test.each([
  ['who run the service can help alone', 'It failed.', 500, { sentence: 'It failed.', requestId: 'req-1' }],
  ['can help themselves', 'Taken.', 422, { sentence: 'Taken.' }],
  ['only have to wait', 'Many people.', 503, { sentence: 'Many people.' }],
  ['are told the id in the sentence', '', 500, { sentence: 'Mention req-1.' }],
])('the id of a request is named where those %s', (_, message, status, said) => {
  expect(stepProblem(new Problem(message, { ...about, status, code: 'x' }), words)).toEqual(said);
});
