import type { PageIdentifier } from '@freehold/contract';
import { describe, expect, it } from 'vitest';
import { readIdentifier } from './identifier.ts';

const all: readonly PageIdentifier[] = ['username', 'email', 'phone'];

describe('what somebody types to sign in', () => {
  it.each<[string, readonly PageIdentifier[], unknown]>([
    ['ada', all, { type: 'username', value: 'ada' }],
    ['  ada  ', ['username'], { type: 'username', value: 'ada' }],
    ['ａｄａ＿１', ['username'], { type: 'username', value: 'ada_1' }],
    ['ada@example.com', all, { type: 'email', value: 'ada@example.com' }],
    ['ada＠example.com', all, { type: 'email', value: 'ada@example.com' }],
    ['ada@example.com', ['username'], { type: 'username', value: 'ada@example.com' }],
    ['+886 912-345-678', all, { type: 'phone', value: '886912345678' }],
    ['＋８８６ ９１２ ３４５ ６７８', all, { type: 'phone', value: '886912345678' }],
    ['00886 (912) 345.678', all, { type: 'phone', value: '886912345678' }],
    ['0912345678', all, { problem: 'identifier.phone_without_country' }],
    ['0912345678', ['username'], { type: 'username', value: '0912345678' }],
    ['ada', ['email'], { problem: 'identifier.not_an_email' }],
    ['ada', ['email', 'phone'], { problem: 'identifier.not_an_email' }],
    ['ada', ['phone'], { problem: 'identifier.not_a_phone_number' }],
    [' \u3000', all, { problem: 'identifier.missing' }],
  ])('%j where %j sign in', (typed, methods, read) => {
    expect(readIdentifier(typed, methods)).toEqual(read);
  });
});
