import { describe, expect, test } from 'vitest';
import { createLog } from './log.ts';

function createRead() {
  const written: string[] = [];
  const log = createLog('info', { write: text => void written.push(text) });
  return { log, written };
}

describe('the log of the process', () => {
  test('is one line an entry, whatever is in it', () => {
    const { log, written } = createRead();
    log.info({ route: 'a\nb\r\n{"level":60}\u2028\u0000\u001b[31m' }, 'first\nsecond');
    expect(written).toHaveLength(1);
    const [line = ''] = written;
    expect(line.indexOf('\n')).toBe(line.length - 1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals obey them
    expect(line.slice(0, -1)).not.toMatch(/[\u0000-\u001f]/);
    expect(JSON.parse(line)).toMatchObject({ msg: 'first\nsecond' });
  });

  test('says of an error what it is and where, and none of its words or values', () => {
    const { log, written } = createRead();
    const cause = Object.assign(new Error('caused by pa55word'), { token: 'pa55word' });
    const error = Object.assign(new Error('first pa55word\nsecond pa55word\n  "pa55word": 1', { cause }), {
      parameters: ['pa55word'],
      sqlState: '23505',
    });
    log.error({ err: error, password: 'pa55word', nested: { token: 'pa55word', secret: 'pa55word' } }, 'it broke');
    log.error({ err: 'pa55word' }, 'it broke otherwise');
    const text = written.join('');
    expect(text).not.toContain('pa55word');
    expect(JSON.parse(written[0] ?? '')).toMatchObject({
      err: { name: 'Error', sqlState: '23505', stack: expect.stringContaining('log.test.ts') },
      password: '[redacted]',
    });
  });
});
