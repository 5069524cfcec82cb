import { type PageRefusal, type PasswordIssueCode, signInRoutes } from '@freehold/contract';
import { formatMessage, type Locale, type MessageValues } from '@freehold/messages';
import type { Problem } from '../../operation/index.ts';
import { loadSignInExperience } from '../../sign-in-experience/index.ts';
import { onwardPage, type PageResponse } from '../pages/index.ts';
import { validate } from '../validate.ts';
import type { PageNeeds } from './needs.ts';
import { render } from './render.ts';
import { refuseFor, refuseWith, type Sent, typedIn } from './sent-form.ts';
import { signInSettings } from './sign-in-settings.ts';
import { madeOfNameAndPassword } from './static-register.ts';

/** Creates an account of a username and a password, as the form of `/register` sends them, and signs in to it. */
export async function register(needs: PageNeeds, sent: Sent): Promise<PageResponse> {
  const { form, visit, locale, context, reply } = sent;
  const { tenant, interaction } = visit;
  if (interaction?.prompt === 'consent') return onwardPage(`${tenant.endpoint}/consent`, locale);
  const experience = await loadSignInExperience(needs.database, tenant.id);
  const { signUp, agreement } = await signInSettings(needs, tenant, experience, { email: false, phone: false });
  // Settled otherwise since the form was opened: the page says what it takes by now.
  if (!madeOfNameAndPassword(signUp)) return render(needs, visit, 'sign-in', { status: 422 });
  const { identifier, agreed } = typedIn(form);
  const value = identifier.normalize('NFKC').trim();
  if (value === '') return refuseWith(needs, sent, 'identifier', 'common.username.missing');
  const password = form.get('password') ?? '';
  if (password === '') return refuseWith(needs, sent, 'password', 'common.password.missing');
  if (agreement !== 'never' && !agreed) return refuseWith(needs, sent, 'form', 'pages.agree.missing');

  try {
    const body = { identifier: { type: 'username', value }, password };
    const account = validate('body', signInRoutes.verifyNewPasswordIdentity.body, body) as AccountOf;
    const { redirectTo, headers } = await needs.steps.registerWithPassword(context, account);
    reply.headers(headers);
    return onwardPage(redirectTo, locale);
  } catch (error) {
    return refuseFor(needs, sent, error, problem => placed(problem, locale));
  }
}

type AccountOf = Parameters<PageNeeds['steps']['registerWithPassword']>[1];

function placed(
  { code, options: { data } }: Problem,
  locale: Locale,
): Pick<PageRefusal, 'about'> | PageRefusal | undefined {
  if (code.startsWith('user.username_')) return { about: 'identifier' };
  if (code === 'password.rejected') return { about: 'password', sentence: reasons(data as readonly Issue[], locale) };
  // Of what was typed, no rule of all usernames allows it, or no database can hold it.
  if (code !== 'guard.invalid_input') return undefined;
  return data === undefined
    ? { about: 'password', sentence: formatMessage(locale, 'errors.password_rejected.unsupported_characters') }
    : { about: 'identifier', sentence: formatMessage(locale, 'common.username.charset') };
}

interface Issue {
  readonly code: PasswordIssueCode;
  readonly interpolation?: MessageValues;
}

/** Everything that is wrong with a password, a line each: whoever mends one thing learns of no next. */
const reasons = (issues: readonly Issue[], locale: Locale): string =>
  issues.map(({ code, interpolation }) => formatMessage(locale, `errors.${code}`, interpolation)).join('\n');
