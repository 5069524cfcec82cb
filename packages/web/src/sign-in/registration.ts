/** Putting a new account together, one question a page. The server says what is still missing; this walks there. */
import { isRecord, Problem, type Words } from '@freehold/client/react/kit';
import type { MissingProfileMember, PageSignUp } from '@freehold/contract';
import { goTo } from '../ui/route.ts';
import { begin } from './begin.ts';
import { type CodeStep, forgetCode, isWaitingFor, sendCode } from './code-step.ts';
import { type Address, addToAccount, finish, goOverTo, type Identifier, identify } from './experience.ts';
import { comeFrom } from './last-provider.ts';
import { ways } from './ways.ts';

type Missing = MissingProfileMember;

type Registration = {
  /** What the account will be called by, for the page that asks for its password. */
  readonly who: Identifier | undefined;
  /** Pages that were answered. */
  readonly done: number;
  /** What is still to be asked for; a guess from the settings until the server has said it. */
  readonly missing: readonly Missing[];
  /** Begun at another provider: the first page would begin anew, without it. */
  readonly byProvider: boolean;
  /** The account exists: only the way back to the application is left to ask for. */
  readonly created: boolean;
};

// Gone after a reload: then the first question is asked again.
let registration: Registration | undefined;

/** Why something that was accepted at first was refused in the end, for the page that asks for it. */
export const refusedLate: { sentence?: string | undefined } = {};

/** What has been put together so far; undefined before the first answer. */
export const currentRegistration = (): Registration | undefined => registration;

/** "Step 2 of 3" on a page of the registration: its first question, a later one, or the code for either. */
export function stepWords({ text }: Words, page: 'first' | 'later' | 'code'): string | undefined {
  const { signUp } = ways;
  const begun = page === 'first' ? undefined : registration;
  const done = begun?.done ?? 0;
  const missing = begun?.missing ?? (signUp ? guess(signUp, page) : []);
  const steps = done + missing.reduce((sum, member) => sum + pagesFor(member), 0);
  return steps < 2 ? undefined : text('register.step', { step: done + (page === 'code' ? 2 : 1), steps });
}

/** The page that asks for a missing member. */
const pageFor = (member: Missing | undefined): string =>
  member === 'password' ? '/register/password' : '/register/more';

// An address takes two pages: what it is, and the code.
const pagesFor = (member: Missing): number => (member === 'username' || member === 'password' ? 1 : 2);

// Until the server has said it. Whoever waits for a code has chosen an address, not a username.
const guess = ({ identifiers, also, password }: PageSignUp, page: 'first' | 'later' | 'code'): Missing[] => [
  identifiers.includes('username') && page !== 'code' ? 'username' : 'emailOrPhone',
  ...also,
  ...(password ? (['password'] as const) : []),
];

/** Begins with a username; the server says at once when it is refused or taken. */
export async function registerUsername(value: string): Promise<'leaving' | undefined> {
  registration = undefined;
  await begin('Register');
  await addToAccount({ type: 'username', value });
  registration = { who: { type: 'username', value }, done: 1, missing: [], byProvider: false, created: false };
  return createIfComplete();
}

/** Begins with an address: it has to be proven before it counts. */
export async function registerAddress(to: Address): Promise<void> {
  if (registration !== undefined || !isWaitingFor('Register', to)) await begin('Register');
  registration = undefined;
  await sendCode('Register', to);
}

/** Asks for a code to add an address to the account that is being put together. */
export async function sendCodeForMore(to: Address): Promise<void> {
  await sendCode('Register', to);
}

/** Adds a username that was asked for later. */
export async function addUsername(value: string): Promise<'leaving' | undefined> {
  await addToAccount({ type: 'username', value });
  return answered({ type: 'username', value }, 1);
}

/** Adds an address that a code has proven. */
export async function addAddress({ to, verificationId }: CodeStep): Promise<'leaving' | undefined> {
  await addToAccount({ type: to.type, verificationId });
  forgetCode();
  return answered(to, 2);
}

/** Registers with an address that was proven to sign in, and that nobody has. */
export async function registerProven(step: CodeStep): Promise<'leaving' | undefined> {
  await goOverTo('Register');
  registration = undefined;
  return addAddress(step);
}

/**
 * Registers with an identity of another provider that nobody has linked.
 *
 * @param isGone whether the person has left in the meantime: then nothing more is done in their name
 */
export async function registerIdentity(verificationId: string, isGone = stays): Promise<'leaving' | undefined> {
  await goOverTo('Register');
  if (isGone()) return undefined;
  await addToAccount({ type: 'social', verificationId });
  if (isGone()) return undefined;
  registration = { who: undefined, done: 0, missing: [], byProvider: true, created: false };
  return createIfComplete(isGone);
}

/** Adds the password, which the server judges together with all the rest. */
export async function addPassword(value: string): Promise<'leaving' | undefined> {
  if (registration?.created !== true) await addToAccount({ type: 'password', value });
  return createIfComplete();
}

/** Signs in to the account that has the address which was just proven. */
export async function signInInstead({ verificationId }: CodeStep): Promise<'leaving'> {
  await goOverTo('SignIn');
  await identify(verificationId);
  comeFrom(undefined);
  forgetCode();
  return finish();
}

function answered(who: Identifier, pages: number): Promise<'leaving' | undefined> {
  registration = {
    who: registration?.who ?? who,
    done: (registration?.done ?? 0) + pages,
    missing: [],
    byProvider: registration?.byProvider ?? false,
    created: false,
  };
  return createIfComplete();
}

/** Creates the account and leaves; while something is missing, goes on to the page that asks for it. */
async function createIfComplete(isGone = stays): Promise<'leaving' | undefined> {
  if (registration === undefined) throw new Problem('', { status: 0, code: 'page.unexpected_answer' });
  if (!registration.created) {
    const missing = await create();
    if (isGone()) return undefined;
    if (missing.length > 0) {
      registration = { ...registration, missing };
      goTo(pageFor(missing[0]));
      return undefined;
    }
    registration = { ...registration, missing, created: true };
  }
  return finish();
}

const stays = (): boolean => false;

async function create(): Promise<readonly Missing[]> {
  try {
    await identify();
    return [];
  } catch (error) {
    const missing = error instanceof Problem && error.code === 'user.missing_profile' ? missingOf(error.data) : [];
    if (missing.length === 0) throw error;
    return missing;
  }
}

const known: readonly string[] = ['username', 'email', 'phone', 'emailOrPhone', 'password'] satisfies Missing[];

/** In the order in which they are asked for: the password last, since it is judged together with the rest. */
function missingOf(data: unknown): readonly Missing[] {
  const list = isRecord(data) ? data['missingProfile'] : undefined;
  const missing = Array.isArray(list) ? list.filter((one): one is Missing => known.includes(one)) : [];
  return missing.toSorted((a, b) => known.indexOf(a) - known.indexOf(b));
}
