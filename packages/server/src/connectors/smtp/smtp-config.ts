import { z } from 'zod';
import { configOf, HttpUrl, MailboxText, Templates } from '../config-parts.ts';

const Milliseconds = z.union([
  z.int().min(1),
  z
    .string()
    .regex(/^[1-9]\d*$/)
    .transform(Number),
]);
const Port = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]).pipe(z.int().min(1).max(65_535));
const Name = z.string().regex(/^[^\s\p{C}]+$/u, 'must be a name without spaces');

const PasswordAuth = z.looseObject({
  type: z
    .string()
    .regex(/^login$/i)
    .optional(),
  user: z.string().min(1),
  pass: z.string().min(1),
});

const OAuth2 = z.looseObject({ type: z.string().regex(/^oauth2$/i), user: z.string().min(1) });
const RefreshedAuth = OAuth2.extend({
  clientId: z.string().min(1),
  clientSecret: z.string().optional(),
  refreshToken: z.string().min(1),
  accessToken: z.string().optional(),
  accessUrl: HttpUrl.optional(),
});
const ServiceAuth = OAuth2.extend({
  serviceClient: z.string().min(1),
  privateKey: z.string().min(1),
  accessUrl: HttpUrl.optional(),
});
const TokenAuth = OAuth2.extend({ accessToken: z.string().min(1) });

/** How to sign in: a password, or OAuth 2 by refresh token, service account or a token that lasts. */
export const SmtpAuth = z.union([PasswordAuth, RefreshedAuth, ServiceAuth, TokenAuth], {
  error:
    'must be { user, pass }, or { type: "oauth2", user } with refreshToken and clientId, with serviceClient and privateKey, or with accessToken',
});
export type SmtpAuth = z.output<typeof SmtpAuth>;

const tlsVersion = z.enum(['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3']);

/** What of TLS may be set: a list, since an option such as `path` would turn the connection into something else. */
export const SmtpTls = z.object({
  rejectUnauthorized: z.boolean().optional(),
  servername: z.string().optional(),
  minVersion: tlsVersion.optional(),
  maxVersion: tlsVersion.optional(),
  ciphers: z.string().optional(),
  ca: z.union([z.string(), z.array(z.string())]).optional(),
  cert: z.string().optional(),
  key: z.string().optional(),
  passphrase: z.string().optional(),
});

/** A config, read. `logger`, `debug`, `disableFileAccess` and `disableUrlAccess` are taken and not believed. */
export const SmtpConfig = configOf({
  host: Name,
  port: Port,
  fromEmail: MailboxText,
  replyTo: MailboxText.optional(),
  auth: SmtpAuth.optional(),
  templates: Templates,
  secure: z.boolean().optional(),
  ignoreTLS: z.boolean().optional(),
  requireTLS: z.boolean().optional(),
  tls: SmtpTls.optional(),
  servername: Name.optional(),
  name: Name.optional(),
  localAddress: Name.optional(),
  connectionTimeout: Milliseconds.optional(),
  greetingTimeout: Milliseconds.optional(),
  socketTimeout: Milliseconds.optional(),
  dnsTimeout: Milliseconds.optional(),
  customHeaders: z
    .record(
      z
        .string()
        .regex(/^(?!(?:from|sender|to|cc|bcc)$)[!-9;-~]+$/i, 'must be the name of a header that addresses nobody'),
      z.string().regex(/^[^\r\n]*$/, 'must stay on one line'),
    )
    .optional(),
});
export type SmtpConfig = z.output<typeof SmtpConfig>;
