/** Settings of the account center: what people see and change of their own account, and when they must prove who they are. */
import { z } from 'zod';
import { type AccountField, accountFields, fieldAccesses } from '../fields.ts';
import { isWebUrl, Text } from '../formats.ts';
import { route } from '../route.ts';
import { proofMethods, type SensitiveAction, sensitiveActions, stepUpPresets, stepUpReasons } from '../step-up.ts';
import { StepUpPolicy, StepUpRule } from '../step-up-schemas.ts';

const fieldSettings = Object.fromEntries(
  accountFields.map(field => [field, z.enum(fieldAccesses).optional()]),
) as Record<AccountField, z.ZodOptional<z.ZodEnum<{ Off: 'Off'; ReadOnly: 'ReadOnly'; Edit: 'Edit' }>>>;

/** How far people may go with each field of their account. An absent field is `Off`. */
export const AccountFieldSettings = z.object(fieldSettings);

const ProfileFields = z.array(z.object({ name: z.string() }));

/** The settings as they are. */
export const AccountCenter = z.object({
  tenantId: z.string(),
  id: z.literal('default'),
  enabled: z.boolean(),
  fields: AccountFieldSettings,
  webauthnRelatedOrigins: z.array(z.string()),
  deleteAccountUrl: z.string().nullable(),
  customCss: z.string().nullable(),
  profileFields: ProfileFields.nullable(),
});
export type AccountCenter = z.output<typeof AccountCenter>;

/** A change of the settings: absent members are kept, `fields` is replaced as a whole. */
export const AccountCenterChange = z.object({
  enabled: z.boolean().optional(),
  fields: AccountFieldSettings.optional().describe('Replaces all fields: those left out become Off'),
  webauthnRelatedOrigins: z.array(Text.max(2048)).max(100).optional(),
  deleteAccountUrl: Text.max(2048)
    .refine(url => url === '' || isWebUrl(url), { message: 'must be an http(s) URL or empty' })
    .nullable()
    .optional(),
  customCss: Text.nullable().optional(),
  profileFields: ProfileFields.max(100).nullable().optional().describe('Names that are no profile field are dropped'),
});
export type AccountCenterChange = z.output<typeof AccountCenterChange>;

const ruleChange = StepUpRule.partial();
const actionChanges = Object.fromEntries(sensitiveActions.map(action => [action, ruleChange.optional()])) as Record<
  SensitiveAction,
  z.ZodOptional<typeof ruleChange>
>;

/** A change of the step-up policy: `preset` resets everything to it first, `actions` then overrides single rows. */
export const StepUpPolicyChange = z.object({
  preset: z.enum(stepUpPresets).optional(),
  endOtherSessions: z.boolean().optional(),
  actions: z.object(actionChanges).optional(),
});
export type StepUpPolicyChange = z.output<typeof StepUpPolicyChange>;

/** What the policy asks of one user for one action. */
export const StepUpVerdict = z.object({
  proofNeeded: z.boolean(),
  acceptableMethods: z
    .array(z.enum(proofMethods))
    .describe('What this user could prove themselves with, strongest first'),
  maxAgeSeconds: z.int(),
  singleUse: z.boolean(),
  reason: z.enum(stepUpReasons).describe('Which part of the rule decided'),
  because: z.string().describe('The same, in an English sentence'),
});
export type StepUpVerdict = z.output<typeof StepUpVerdict>;

export const accountCenterRoutes = {
  getAccountCenter: route({
    method: 'GET',
    path: '/api/account-center',
    summary: 'Read the settings of the account center',
    tag: 'Management',
    caller: 'management',
    responses: { 200: AccountCenter },
    errors: [],
  }),
  updateAccountCenter: route({
    method: 'PATCH',
    path: '/api/account-center',
    summary: 'Change the settings of the account center',
    description:
      'Switches the Account API on or off and opens fields one by one. `fields` is replaced as a whole: a field that is left out becomes `Off`.',
    tag: 'Management',
    caller: 'management',
    ifMatch: true,
    body: AccountCenterChange,
    responses: { 200: AccountCenter },
    errors: ['request.invalid_input'],
  }),
  getPublicAccountCenter: route({
    method: 'GET',
    path: '/api/.well-known/account-center',
    summary: 'Read the settings of the account center without authentication',
    tag: 'Management',
    caller: 'anyone',
    responses: { 200: AccountCenter },
    errors: [],
  }),
  getStepUpPolicy: route({
    method: 'GET',
    path: '/api/account-center/step-up-policy',
    summary: 'Read which changes need a proof of identity',
    tag: 'Management',
    caller: 'management',
    responses: { 200: StepUpPolicy },
    errors: [],
  }),
  updateStepUpPolicy: route({
    method: 'PATCH',
    path: '/api/account-center/step-up-policy',
    summary: 'Change which changes need a proof of identity',
    description:
      '`preset` resets the whole policy to that preset; `actions` overrides single rows, and members of a row that are left out keep their value.',
    tag: 'Management',
    caller: 'management',
    ifMatch: true,
    body: StepUpPolicyChange,
    responses: { 200: StepUpPolicy },
    errors: [],
  }),
  simulateStepUp: route({
    method: 'POST',
    path: '/api/account-center/step-up-policy/simulate',
    summary: 'Try out what a change would ask of a user',
    tag: 'Management',
    caller: 'management',
    body: z.object({ userId: z.string().min(1), action: z.enum(sensitiveActions) }),
    responses: { 200: StepUpVerdict },
    errors: ['entity.not_found'],
  }),
} as const;
