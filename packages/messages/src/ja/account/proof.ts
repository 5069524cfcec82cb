import type { Translated } from '../../catalogue.ts';
import type { proof as english } from '../../en/account/proof.ts';

export const proof: Translated<typeof english> = {
  'proof.title': 'Confirm it’s you',
  'proof.cancel': 'Cancel',
  'proof.why_username': 'You’re about to change your username.',
  'proof.why_password': 'You’re about to change your password.',
  'proof.why_email': 'You’re about to change your email address.',
  'proof.why_phone': 'You’re about to change your phone number.',
  'proof.why_linked': 'You’re about to change your linked accounts.',
  'proof.why_other': 'You’re about to change something that protects your account.',
  'proof.again': 'That took too long. Please confirm once more.',
  'proof.confirm': 'Confirm',
  'proof.wrong_password': 'This password isn’t right.',
  'proof.locked_until': 'Too many tries. For your safety, this way is paused until {time}.',
  'proof.no_way': 'You don’t have a way to confirm this yet.',
  'proof.use_password': 'Use your password',
  'proof.use_email': 'Get a code by email',
  'proof.use_phone': 'Get a code by text message',
  'proof.code_to_email': 'We’ll send a code to {target}.',
  'proof.code_to_phone': 'We’ll send a code to the number {target}.',
  'proof.send_code': 'Send code',
};
