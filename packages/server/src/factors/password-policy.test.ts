import { describe, expect, test } from 'vitest';
import { isCommonPassword } from './common-passwords.ts';
import { checkPassword, defaultPasswordPolicy, type PasswordPolicy } from './password-policy.ts';
import type { UserInfo } from './weak-stretches.ts';

function policy(changes: {
  length?: Partial<PasswordPolicy['length']>;
  types?: number;
  rejects?: Partial<PasswordPolicy['rejects']>;
}): PasswordPolicy {
  return {
    length: { ...defaultPasswordPolicy.length, ...changes.length },
    characterTypes: { min: changes.types ?? 1 },
    rejects: { ...defaultPasswordPolicy.rejects, ...changes.rejects },
  };
}

const lenient = { pwned: false, repetitionAndSequence: false, userInfo: false, words: [] };

/** The issues without their common prefix, sorted. */
async function issuesOf(password: string, rules = defaultPasswordPolicy, user: UserInfo = {}): Promise<string[]> {
  const issues = await checkPassword(password, rules, user);
  return issues.map(issue => issue.code.replace('password_rejected.', '')).sort();
}

describe('the shape of a password', () => {
  test.each<[string, string, Parameters<typeof policy>[0], string[]]>([
    ['7 of 8 characters', 'aK3!xZ9', {}, ['too_short']],
    ['8 characters', 'aK3!xZ9q', {}, []],
    ['7 characters in 14 code units', '🔑🐎🔋🍀🎲🧲🪁', {}, ['too_short']],
    ['8 characters in 16 code units', '🔑🐎🔋🍀🎲🧲🪁🧊', {}, []],
    ['8 characters that compose to 4', 'e\u0301'.repeat(4), { rejects: lenient }, ['too_short']],
    ['an empty one', '', {}, ['character_types', 'too_short']],
    ['257 characters', 'xq'.repeat(128).concat('x'), { rejects: lenient }, ['too_long']],
    ['256 characters', 'xq'.repeat(128), { rejects: lenient }, []],
    ['256 characters in 512 code units', '🔑🐎'.repeat(128), { rejects: lenient }, []],
    ['a space and letters of every script', 'Zürich 東京 Київ', {}, []],
    ['a NUL', 'aK3!xZ9\0q', {}, ['unsupported_characters']],
    ['a line break', 'aK3!xZ9\nq', {}, ['unsupported_characters']],
    ['a delete', 'aK3!xZ9\u007fq', {}, ['unsupported_characters']],
    ['a C1 control', 'aK3!xZ9\u0085q', {}, ['unsupported_characters']],
    ['half a character', 'aK3!xZ9\ud83dq', {}, ['unsupported_characters']],
    ['the other half', '\udd11aK3!xZ9q', {}, ['unsupported_characters']],
    ['one type of two', 'vmwkqhzt', { types: 2 }, ['character_types']],
    ['two types of two', 'vmwkqhzT', { types: 2 }, []],
    ['three types of four', 'vmwkqhT9', { types: 4 }, ['character_types']],
    ['four types of four', 'vmwk hT9', { types: 4 }, []],
    ['capitals and small letters of other alphabets', 'ДжЩюЯъЖэ', { types: 2 }, []],
    ['everything at once', 'ab\0', { types: 4 }, ['character_types', 'too_short', 'unsupported_characters']],
  ])('%s', async (_, password, changes, expected) => {
    expect(await issuesOf(password, policy(changes))).toEqual(expected);
  });

  test('the limits come with the issue, for the sentence that a person reads', async () => {
    expect(await checkPassword('ab', policy({ length: { min: 10 }, types: 3 }), {})).toEqual([
      { code: 'password_rejected.too_short', interpolation: { min: 10 } },
      { code: 'password_rejected.character_types', interpolation: { min: 3 } },
    ]);
    expect(await checkPassword('aK3!xZ9q7', policy({ length: { max: 8 } }), {})).toEqual([
      { code: 'password_rejected.too_long', interpolation: { max: 8 } },
    ]);
    expect(await checkPassword('12345678', policy({}), {})).toEqual([
      { code: 'password_rejected.pwned' },
      { code: 'password_rejected.restricted.sequence' },
    ]);
  });
});

describe('what a password leans on', () => {
  const ada: UserInfo = {
    username: 'ada_l1815',
    name: 'Ada Lovelace',
    primaryEmail: 'countess.byron@example.com',
    primaryPhone: '447700900461',
  };
  const [repetition, sequence] = ['restricted.repetition', 'restricted.sequence'];
  const [words, userInfo] = ['restricted.words', 'restricted.user_info'];

  test.each<[string, string[]]>([
    // forbidden word: freehold
    ['Qx7-freehold-Wp3', []],
    ['Freehold1234', [sequence, words]],
    ['freehold-freehold', [words]],
    ['freeholdfreehold', [repetition, words]],
    ['FREEHOLD!x9', [words]],
    ['Fr33h0ld!x9', [words]],
    ['free-hold-x9', []],
    ['freeholdKv7w2q', [words]],
    ['freeholdKv7w2qz', []],
    // repetition
    ['zzzzzzzzzz', [repetition]],
    ['qzqzqzqzqz', [repetition]],
    ['Kp3!Kp3!Kp3!', [repetition]],
    ['Kp3!wKp3!w', [repetition]],
    ['xxxx-yyyy-zzzz', [repetition]],
    ['mmmxxxqv', [repetition]],
    ['qzqzqzvk', [repetition]],
    ['aabbxkqrwvmt', []],
    ['qzqzvkwm', []],
    ['Vmmmwkqhz9x', []],
    // sequence
    ['abcdefghijk', [sequence]],
    ['kjihgfedcba', [sequence]],
    ['9876543210', [sequence]],
    ['56789012', [sequence]],
    ['asdfghjkl;', [sequence]],
    ['lkjhgfdsa;', [sequence]],
    ['zxcvbnm,./', [sequence]],
    ['azertyuiop1', [sequence]],
    ['1qaz2wsx3edc', [sequence]],
    ['Abcd1234!', [sequence]],
    ['Kv7w2qz-1234', []],
    ['abcxyz789', [sequence]],
    ['expertwv', []],
    // the person
    ['lovelace99', [userInfo]],
    ['L0VELACE99', [userInfo]],
    ['ada_l1815!', [userInfo]],
    ['adalovelace', [userInfo]],
    ['byron-2029', [userInfo]],
    ['countess.byron', [userInfo]],
    ['countess.byron@example.com', [userInfo]],
    ['07700900461', [userInfo]],
    ['+447700900461', [userInfo]],
    ['900461-pass', [userInfo]],
    ['Kv7w2qz-lovelace', []],
    ['lovélace-99', [userInfo]],
    // enough of it is their own
    ['correct horse battery staple', []],
  ])('%s', async (password, expected) => {
    const rules = policy({ rejects: { pwned: false, words: ['freehold'] } });
    expect(await issuesOf(password, rules, ada)).toEqual(expected);
  });

  test.each<[string, Partial<PasswordPolicy['rejects']>]>([
    ['12345678', { repetitionAndSequence: false, pwned: false }],
    ['zzzzzzzz', { repetitionAndSequence: false, pwned: false }],
    ['lovelace99', { userInfo: false }],
    ['freehold77', { words: [] }],
    ['password', { pwned: false }],
  ])('%s passes where the rule is off', async (password, rejects) => {
    expect(await issuesOf(password, policy({ rejects }), ada)).toEqual([]);
  });

  test('a longer minimum asks for more characters, not for more that is hard to guess', async () => {
    const rules = policy({ length: { min: 16 } });
    expect(await issuesOf('lovelace-Kv7w2qz', rules, ada)).toEqual([]);
    expect(await issuesOf('lovelace-lovelace', rules, ada)).toEqual([userInfo]);
  });

  test('a shorter minimum is not raised', async () => {
    const rules = policy({ length: { min: 4 }, rejects: { pwned: false } });
    expect(await issuesOf('abc-x9', rules)).toEqual([]);
    expect(await issuesOf('abcd', rules)).toEqual([sequence]);
  });

  test('data that is missing, null or too short to mean anything speaks against nothing', async () => {
    const user = { username: null, name: 'Ab Kv', primaryEmail: undefined, primaryPhone: '' };
    expect(await issuesOf('ababKv7w', defaultPasswordPolicy, user)).toEqual([]);
  });
});

describe('the person’s data', () => {
  test.each<[string, UserInfo, string]>([
    ['a username of short parts, as a whole', { username: 'q_w_r_x_k_z' }, 'q_w_r_x_k_z'],
    ['a phone number with signs', { primaryPhone: '+44 77 00 90 04 61' }, '7700900461'],
    ['a name in another script', { name: '王小明' }, '王小明王小明王小明'],
  ])('%s', async (_, user, password) => {
    const rules = policy({ rejects: { ...lenient, userInfo: true } });
    expect(await issuesOf(password, rules, user)).toEqual(['restricted.user_info']);
    expect(await issuesOf(password, rules)).toEqual([]);
  });
});

test('a forbidden word of one letter or none forbids nothing', async () => {
  const rules = policy({ rejects: { pwned: false, words: ['', '1'] } });
  expect(await issuesOf('1234567890', rules)).toEqual(['restricted.sequence']);
});

describe('common passwords', () => {
  test.each(['password', 'PASSWORD', 'P@ssw0rd', 'Passw0rd', '1qaz2wsx', 'iloveyou', 'trustno1', 'Tru5tn0!'])(
    '%j is one',
    async password => {
      expect(await isCommonPassword(password)).toBe(true);
    },
  );

  test.each(['correct horse battery staple', 'Qx7-Wp3-nn2', 'passwordpasswordx', '', 'päßwörd'])(
    '%j is none',
    async password => {
      expect(await isCommonPassword(password)).toBe(false);
    },
  );

  test('the policy refuses them, and does not where the rule is off', async () => {
    const off = policy({ rejects: { pwned: false } });
    expect(await issuesOf('Passw0rd')).toEqual(['pwned']);
    expect(await issuesOf('Passw0rd', off)).toEqual([]);
  });
});

describe('the breach service', () => {
  const asked: string[] = [];
  const breachCheck = async (password: string) => {
    asked.push(password);
    return password === 'Leaked-7-once';
  };

  test('is asked about nothing that other rules refuse already, and not where the rule is off', async () => {
    asked.length = 0;
    for (const [password, rejects] of [
      ['short', {}],
      ['Passw0rd', {}],
      ['zqzqzqzqzq', {}],
      ['Leaked-7-once', { pwned: false }],
    ] as const) {
      await checkPassword(password, policy({ rejects }), {}, { breachCheck });
    }
    expect(asked).toEqual([]);
  });

  test('decides about the rest', async () => {
    asked.length = 0;
    expect(await checkPassword('Leaked-7-once', policy({}), {}, { breachCheck })).toEqual([
      { code: 'password_rejected.pwned' },
    ]);
    expect(await checkPassword('Never-7-leaked', policy({}), {}, { breachCheck })).toEqual([]);
    expect(asked).toEqual(['Leaked-7-once', 'Never-7-leaked']);
  });
});

describe('a hostile password', () => {
  const words = Array.from({ length: 200 }, (_, i) => `word${i.toString(36)}`);
  const user = { username: 'aaaaaaaa', name: 'a b c '.repeat(20), primaryPhone: '1111111111111111' };

  test.each([
    ['one character', 'a'.repeat(256)],
    ['two in turn', 'ab'.repeat(128)],
    ['digits of the phone number', '1'.repeat(256)],
    ['the alphabet', 'abcdefghijklmnopqrstuvwxyz'.repeat(9)],
    ['accents without end', `a${'\u0301'.repeat(255)}`],
    ['ligatures that unfold', '\ufdfa'.repeat(256)],
    ['almost a line of the breach answer', `${'A'.repeat(128)}:${'1'.repeat(127)}`],
  ])('%s is judged without work that grows out of hand', async (_, password) => {
    const rules = policy({ rejects: { words } });
    await checkPassword('warm it up', rules, user);
    await checkPassword(password, rules, user);
    const before = process.cpuUsage();
    for (let i = 0; i < 5; i += 1) {
      await checkPassword(password, rules, user);
    }
    const { user: used, system } = process.cpuUsage(before);
    // About one millisecond on an idle machine; a pattern that backtracks takes minutes.
    expect((used + system) / 5 / 1000).toBeLessThan(50);
  });

  test('a text of a megabyte is not even counted', async () => {
    const before = process.cpuUsage();
    expect(await issuesOf('\ufdfa'.repeat(1_000_000))).toEqual(['too_long']);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(50);
  });
});
