/** Codes that a service sends and checks for purposes of its own. */
import { z } from 'zod';
import { codeErrors, sendingErrors, TypedCode } from '../code-verifications.ts';
import { Email } from '../formats.ts';
import { Digits } from '../identifiers.ts';
import { route } from '../route.ts';

const toEmail = z.object({ email: Email });
const toPhone = z.object({ phone: Digits });
const code = { verificationCode: TypedCode };

export const verificationCodeRoutes = {
  sendVerificationCode: route({
    method: 'POST',
    path: '/api/verification-codes',
    summary: 'Send a code to an address',
    description:
      'With the template `Generic`. A code sent again takes the place of the one before. It is worth nothing but for `POST /api/verification-codes/verify`.',
    tag: 'Management',
    caller: 'management',
    body: z.union([toEmail, toPhone]),
    responses: { 204: null },
    errors: sendingErrors,
  }),
  checkVerificationCode: route({
    method: 'POST',
    path: '/api/verification-codes/verify',
    summary: 'Check a code that was sent to an address',
    tag: 'Management',
    caller: 'management',
    body: z.union([toEmail.extend(code), toPhone.extend(code)]),
    responses: { 204: null },
    errors: codeErrors,
  }),
} as const;
