import { expect, it } from 'vitest';
import { isRedirectUri } from './applications.ts';

it.each([
  'https://app.example.com/callback',
  'https://app.example.com/callback?x=1&y=%23',
  'http://localhost:3000/callback',
  'http://127.0.0.1/callback',
  'http://[::1]:8080/',
  'com.example.app:/callback',
  'com.example.app://callback',
  'myapp://callback',
  'exp://192.168.0.1:19000',
])('%s leads back to an application', uri => {
  expect(isRedirectUri(uri)).toBe(true);
});

it.each([
  '',
  '/callback',
  'app.example.com/callback',
  '//app.example.com',
  'https://',
  'https://app.example.com/#',
  'https://app.example.com/callback#x',
  'https://app.example.com/a b',
  'https://app.example.com\\@evil.example',
  'https://app.example.com@evil.example/',
  'https://user:pass@evil.example/',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://app.example.com/x',
  'about:blank',
  'view-source:https://app.example.com',
  'mailto:a@b.example',
  'ws://app.example.com',
  'intent://x#Intent;end',
])('%j does not', uri => {
  expect(isRedirectUri(uri)).toBe(false);
});
