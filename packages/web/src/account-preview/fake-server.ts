import {
  type Account,
  type AccountField,
  accountMembers,
  actionsEndingOtherSessions,
  judgeByPolicy,
  type ProofChoice,
  type ProofMethod,
  type SensitiveAction,
  type SignInMethods,
  signInMethodMembers,
  waysToProve,
} from '@freehold/contract';
import { accountOf, meansOf, type PersonAccount } from './personas.ts';
import type { PreviewScene } from './preview-message.ts';

type Json = Readonly<Record<string, unknown>>;

interface Call {
  readonly body: Json;
  /** What was uploaded. */
  readonly file: File | undefined;
  readonly proof: string | undefined;
  readonly query: URLSearchParams;
  readonly rest: string;
}

type MemberRules = Readonly<Record<string, { readonly scope?: string; readonly field?: AccountField }>>;

type Answer = { readonly status: number; readonly body?: unknown };

/**
 * Stands in for the server under one sample person, in memory. It is put below the real client, in place of `fetch`: what
 * the components then get to see, refusals among them, has gone the way that it goes everywhere else, and an operation that
 * nobody has thought of here fails like one that a server does not know.
 *
 * Codes and passwords are right whatever is typed; whether a change needs a proof, and of which kind, the contract's rule
 * says under the policy that is in force.
 */
export class FakeServer {
  #scene: PreviewScene;
  #person: PersonAccount;
  #version = 1;
  #records = 0;
  readonly #proofs = new Map<string, { readonly method: ProofMethod; readonly at: number }>();
  /** Since when the person has what they sign in with; the password may be changed in the preview. */
  #passwordAt = sampleDay;
  readonly #stops: () => string;

  /** @param stops the sentence for what would leave the page */
  constructor(scene: PreviewScene, stops: () => string) {
    this.#scene = scene;
    this.#person = accountOf(scene.persona, scene.provider);
    this.#stops = stops;
  }

  /** Other settings for the same person: what was changed in the preview stays. */
  show(scene: PreviewScene): void {
    this.#scene = scene;
    this.#version += 1;
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const { pathname, searchParams } = new URL(String(input), 'https://preview.example');
    const headers = new Headers(init?.headers);
    const uploaded = init?.body instanceof FormData ? init.body.get('file') : undefined;
    const [, base, rest = ''] = /^(\/api\/my-account\/identities)\/(.+)$/.exec(pathname) ?? ['', pathname];
    const { status, body } = this.#answer(`${init?.method ?? 'GET'} ${base}`, {
      body: typeof init?.body === 'string' ? (JSON.parse(init.body) as Json) : {},
      file: uploaded instanceof File ? uploaded : undefined,
      proof: headers.get('logto-verification-id') ?? undefined,
      query: searchParams,
      rest: decodeURIComponent(rest),
    });
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: {
        'content-type': status < 400 ? 'application/json' : 'application/problem+json',
        etag: `"${this.#version}"`,
      },
    });
  };

  #answer(operation: string, { body, file, proof, query, rest }: Call): Answer {
    switch (operation) {
      case 'GET /api/my-account':
        return { status: 200, body: this.#account() };
      case 'GET /api/my-account/sign-in-methods':
        return { status: 200, body: this.#methods() };
      case 'GET /api/.well-known/account-center':
        return { status: 200, body: { ...this.#scene.settings, enabled: true } };
      case 'GET /api/.well-known/sign-in-exp':
        return { status: 200, body: this.#scene.experience };
      case 'PATCH /api/my-account': {
        const action = body['username'] === null ? 'username.remove' : 'username.change';
        const sent = body['username'] === undefined ? undefined : action;
        return this.#change(sent, proof, pick(body, ['username', 'name', 'avatar']), 200);
      }
      case 'PATCH /api/my-account/profile':
        return this.#change(undefined, proof, { profile: merged(this.#person.profile, body) }, 200);
      case 'POST /api/my-account/user-assets/avatar':
        return { status: 200, body: { url: file === undefined ? '' : URL.createObjectURL(file) } };
      case 'POST /api/my-account/password': {
        const answer = this.#change('password.set', proof, { hasPassword: true });
        if (answer.status < 400) this.#passwordAt = Date.now();
        return answer;
      }
      case 'PATCH /api/my-account/primary-email':
        return this.#change('email.change', proof, { primaryEmail: String(body['email']) });
      case 'DELETE /api/my-account/primary-email':
        return this.#change('email.remove', proof, { primaryEmail: null });
      case 'PATCH /api/my-account/primary-phone':
        return this.#change('phone.change', proof, { primaryPhone: String(body['phone']) });
      case 'DELETE /api/my-account/primary-phone':
        return this.#change('phone.remove', proof, { primaryPhone: null });
      case 'DELETE /api/my-account/identities': {
        const { [rest]: _, ...identities } = this.#person.identities;
        return this.#change('identity.unlink', proof, { identities });
      }
      case 'GET /api/verifications/methods':
        return { status: 200, body: this.#demand(query.get('action') as SensitiveAction) };
      case 'POST /api/verifications/password':
        return this.#record('password', 201);
      case 'POST /api/verifications/verification-code':
        return this.#code();
      case 'PATCH /api/verifications/verification-code/verify': {
        const { type, own } = body['identifier'] as { type: 'email' | 'phone'; own?: true };
        const id = String(body['verificationId'] ?? body['verificationRecordId']);
        if (own) this.#proofs.set(id, { method: type, at: Date.now() });
        return { status: 200, body: { verificationRecordId: id } };
      }
      case 'POST /api/verifications/social':
        return problem(501, 'connector.general', this.#stops());
      default:
        return problem(404, 'request.not_found', this.#stops());
    }
  }

  /** The members that the settings open, as the server shows them. */
  #account(): Account {
    const { hasPassword } = this.#person;
    const { hasPrimaryEmail, hasPrimaryPhone } = meansOf(this.#person);
    const all: Account = {
      ...this.#person,
      password: hasPassword,
      ssoIdentities: [],
      customData: {},
      hasSecurityVerificationMethod: hasPassword || hasPrimaryEmail || hasPrimaryPhone,
      createdAt: sampleDay,
      updatedAt: sampleDay,
      lastSignInAt: sampleDay,
      isSuspended: false,
    };
    return this.#open(all, accountMembers) as Account;
  }

  #methods(): SignInMethods {
    const { hasPassword, identities } = this.#person;
    const all: SignInMethods = {
      password: { isSet: hasPassword, updatedAt: hasPassword ? this.#passwordAt : null },
      identities: Object.fromEntries(Object.keys(identities).map(target => [target, { linkedAt: sampleDay }])),
    };
    return this.#open(all, signInMethodMembers);
  }

  /** What the settings open of an answer. */
  #open<Answered extends object>(all: Answered, rules: MemberRules) {
    const open = Object.entries(all).filter(([member]) => {
      const field = rules[member]?.field;
      return field === undefined || (this.#scene.settings.fields[field] ?? 'Off') !== 'Off';
    });
    return Object.fromEntries(open) as Partial<Answered>;
  }

  #change(
    action: SensitiveAction | undefined,
    proof: string | undefined,
    change: Partial<PersonAccount>,
    status: 200 | 204 = 204,
  ): Answer {
    const refusal = action && this.#refusal(action, proof);
    if (refusal !== undefined) return refusal;
    this.#person = { ...this.#person, ...change };
    this.#version += 1;
    if (status === 204) return { status };
    return { status, body: change.profile ?? this.#account() };
  }

  #refusal(action: SensitiveAction, id: string | undefined): Answer | undefined {
    const judgement = this.#judge(action);
    if (!judgement.proofNeeded) return undefined;
    const proof = id === undefined ? undefined : this.#proofs.get(id);
    const fresh = proof !== undefined && Date.now() - proof.at <= judgement.maxAgeSeconds * 1000;
    if (id !== undefined && fresh && judgement.acceptableMethods.includes(proof.method)) {
      if (judgement.singleUse) this.#proofs.delete(id);
      return undefined;
    }
    return problem(401, 'verification_record.permission_denied', '');
  }

  #judge(action: SensitiveAction) {
    const { policy, senders } = this.#scene;
    return judgeByPolicy(policy, action, meansOf(this.#person), senders);
  }

  #demand(action: SensitiveAction) {
    const { proofNeeded, maxAgeSeconds, singleUse, acceptableMethods } = this.#judge(action);
    const { primaryEmail, primaryPhone } = this.#person;
    const methods = acceptableMethods.map((method): ProofChoice => {
      if (method === 'email' && primaryEmail !== null)
        return { method, target: primaryEmail.replace(/^(.).*@/, '$1***@') };
      if (method === 'phone' && primaryPhone !== null) return { method, target: `***${primaryPhone.slice(-3)}` };
      return { method };
    });
    const { policy } = this.#scene;
    const onlyStrongest =
      policy.actions[action].strength === 'strongest' && waysToProve(meansOf(this.#person)).length > 1;
    const endsOtherSessions = policy.endOtherSessions && actionsEndingOtherSessions.some(ending => ending === action);
    return { action, proofNeeded, maxAgeSeconds, singleUse, onlyStrongest, endsOtherSessions, methods };
  }

  #record(proven: ProofMethod | undefined, status: 201) {
    this.#records += 1;
    const id = `preview-${this.#records}`;
    if (proven !== undefined) this.#proofs.set(id, { method: proven, at: Date.now() });
    const expiresAt = new Date(Date.now() + recordLifetime * 1000).toISOString();
    return { status, body: { verificationRecordId: id, verificationId: id, expiresAt } };
  }

  #code(): Answer {
    const { status, body } = this.#record(undefined, 201);
    const { expirationDuration } = this.#scene.experience.verificationCodePolicy;
    return { status, body: { ...body, codeExpiresIn: Math.min(expirationDuration, recordLifetime) } };
  }
}

const sampleDay = Date.UTC(2026, 0, 5);

/** Seconds. */
const recordLifetime = 600;

const problem = (status: number, code: string, message: string): Answer => ({
  status,
  body: { code, message, status },
});

const pick = (body: Json, names: readonly (keyof PersonAccount)[]): Partial<PersonAccount> =>
  Object.fromEntries(names.filter(name => body[name] !== undefined).map(name => [name, body[name]]));

const merged = (profile: PersonAccount['profile'], change: Json): PersonAccount['profile'] =>
  Object.fromEntries(Object.entries({ ...profile, ...change }).filter(([, value]) => value !== null));
