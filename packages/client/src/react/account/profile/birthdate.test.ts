import { describe, expect, test } from 'vitest';
import { birthdateProblem, birthdateText, dateOrder, dateValue, monthNames, partsOf } from './birthdate.ts';

const today = new Date(Date.UTC(2026, 5, 15));

describe('a date of birth', () => {
  test.each([
    ['1990-05-01', { year: '1990', month: '5', day: '1' }],
    ['0000-12-24', { year: '', month: '12', day: '24' }],
    ['1990', { year: '1990', month: '', day: '' }],
    ['', { year: '', month: '', day: '' }],
  ])('%s is read, and written down again as it was', (value, parts) => {
    expect(partsOf(value)).toEqual(parts);
    expect(dateValue(parts)).toBe(value);
  });

  test.each(['199--', '-5-', '19-5-1', '--7'])('%s is kept while it is typed', value => {
    expect(dateValue(partsOf(value) ?? { year: 'x', month: 'x', day: 'x' })).toBe(value);
  });

  test.each(['May 1st', '1990/05/01', '1990-05', '12345', '<img>'])('%s is somebody else’s text', value => {
    expect(partsOf(value)).toBeUndefined();
    expect(birthdateText(value, 'en')).toBe(value);
  });

  test.each([
    ['', undefined],
    ['1990', undefined],
    ['1990-05-01', undefined],
    ['0000-02-29', undefined],
    ['2024-02-29', undefined],
    ['0099-01-31', undefined],
    ['2023-02-29', 'impossible'],
    ['1990-13-01', 'impossible'],
    ['1990-04-31', 'impossible'],
    ['1990-00-10', 'impossible'],
    ['1990-5-', 'incomplete'],
    ['90-5-1', 'incomplete'],
    ['-5-', 'incomplete'],
    ['2026-06-16', 'future'],
    ['2026-06-15', undefined],
    ['2027', 'future'],
    ['May 1st', 'incomplete'],
  ])('%s: %s', (value, problem) => {
    expect(birthdateProblem(value, today)).toBe(problem);
  });

  test.each([
    ['en', ['month', 'day', 'year']],
    ['de', ['day', 'month', 'year']],
    ['es', ['day', 'month', 'year']],
    ['fr', ['day', 'month', 'year']],
    ['ja', ['year', 'month', 'day']],
    ['zh-TW', ['year', 'month', 'day']],
  ])('%s: has its parts in the order of the language', (locale, order) => {
    expect(dateOrder(locale)).toEqual(order);
    expect(monthNames(locale)).toHaveLength(12);
  });

  test('is said in words, with and without its year', () => {
    expect(birthdateText('1990-05-01', 'en')).toBe('May 1, 1990');
    expect(birthdateText('0000-05-01', 'en')).toBe('May 1');
    expect(birthdateText('1990', 'de')).toBe('1990');
    expect(birthdateText('1990-05-01', 'zh-TW')).toBe('1990年5月1日');
  });
});
