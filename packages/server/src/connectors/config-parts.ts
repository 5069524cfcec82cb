/** Pieces of which the schemas of configs are made. */
import { z } from 'zod';
import { oneMailbox } from './one-address.ts';
import type { FormItem } from './port.ts';

/**
 * A schema that treats empty text as absent, as settings pages send what is not filled in, and lets unknown keys be:
 * a config of another product brings some.
 */
export const configOf = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.preprocess(withoutEmpty, z.looseObject(shape));

const withoutEmpty = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, member]) => member !== ''))
    : value;

/** An http(s) URL without credentials in it, which would end up in logs of every proxy on the way. */
export const HttpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) URL' })
  .refine(value => !URL.canParse(value) || new URL(value).username === '', { message: 'must hold no user name' });

/** `Name <address>` or an address. */
export const MailboxText = z.string().refine(value => oneMailbox(value) !== undefined, {
  message: 'must be one address, such as Name <name@example.com>',
});

/** A value of a header: anything that stays on its line (no header injection). */
export const HeaderValue = z
  .string()
  .min(1)
  .regex(/^[\t\x20-\x7e]*$/, 'must be printable ASCII on one line');

/** Texts by kind of message, as `notifications/` reads them. Which are there is judged there. */
export const Templates = z.array(z.looseObject({ usageType: z.string(), content: z.string() })).optional();

/** The input for {@link Templates}. */
export const templatesItem = (example: object): FormItem => ({
  key: 'templates',
  label: 'Templates',
  type: 'Json',
  description:
    'Your own words by kind of message: a list, each with `usageType` and `content`. What is missing is taken from the `Generic` one, and without that from the shipped messages.',
  defaultValue: [example],
});
