/**
 * The account in a React application: hooks that read and change it with the proof of identity that a change may need, and
 * components that do the whole task.
 *
 *     <FreeholdProvider endpoint="https://id.example.com" token={getAccessToken}>
 *       <AccountCenter />
 *     </FreeholdProvider>
 *
 * Owns the state of the account in one page and what is shown of it. Calls nothing but the client; knows no router and no
 * OpenID Connect library: the application brings its own.
 */

'use client';

import { AvatarUpload as AvatarUploadPart } from './account/avatar/avatar-upload.tsx';
import { ChangeEmail as ChangeEmailTask } from './account/change-email.tsx';
import { ChangePassword as ChangePasswordTask } from './account/change-password.tsx';
import { ChangePhone as ChangePhoneTask } from './account/change-phone.tsx';
import { ChangeUsername as ChangeUsernameTask } from './account/change-username.tsx';
import { Overview as OverviewTask } from './account/overview.tsx';
import { Profile as ProfileTask } from './account/profile.tsx';
import { Security as SecurityTask } from './account/security.tsx';
import { SocialLinks as SocialLinksTask } from './account/social-links.tsx';
import { ChangeStatus as ChangeStatusPart } from './change-status.tsx';
import { embedded } from './embedding/embedded.tsx';

// Pure: a bundler drops those that an application does not mount, with all that they bring.
/** Uploads a picture, cropped to a square. */
export const AvatarUpload = /* @__PURE__ */ embedded(AvatarUploadPart);
/** Changes, adds or removes the email address: proof of identity, code to the new address, change. */
export const ChangeEmail = /* @__PURE__ */ embedded(ChangeEmailTask);
/** Changes the password, or sets a first one. */
export const ChangePassword = /* @__PURE__ */ embedded(ChangePasswordTask);
/** Changes, adds or removes the phone number. */
export const ChangePhone = /* @__PURE__ */ embedded(ChangePhoneTask);
/** What a change of `useChange` is at and what became of it, wherever the form itself has nothing to say. */
export const ChangeStatus = /* @__PURE__ */ embedded(ChangeStatusPart);
/** Changes, adds or removes the username. */
export const ChangeUsername = /* @__PURE__ */ embedded(ChangeUsernameTask);
/** The account at a glance, with what needs attention. */
export const Overview = /* @__PURE__ */ embedded(OverviewTask);
/** Picture, name and profile. */
export const Profile = /* @__PURE__ */ embedded(ProfileTask);
/** The ways to sign in, and links to what changes them. */
export const Security = /* @__PURE__ */ embedded(SecurityTask);
/** Links and unlinks accounts at other providers. */
export const SocialLinks = /* @__PURE__ */ embedded(SocialLinksTask);

export { Avatar } from './account/avatar.tsx';
export type { TaskResult, WayBack } from './account/way-back.tsx';
export { AccountScope, type UseAccount, useAccount, useAccountView, useClient } from './account-scope.tsx';
export type { AccountState, AccountStore, AccountView } from './account-store.ts';
export { AccountCenter, type AccountCenterProps, asPlace } from './embedding/account-center.tsx';
export type { ColorScheme } from './embedding/use-scheme.ts';
export type { Strings } from './embedding/use-sentences.ts';
export { type FieldState, fieldState, isOnlyWayIn, type ProofMethod, type ShownField, waysIn } from './fields.ts';
export { Card, type FrameProps, type Framing, FramingProvider, Heading, Task } from './frame.tsx';
export type { Problem } from './kit/problem.ts';
export { type Navigation, NavigationProvider, type Place, PlaceLink, useNavigation } from './navigation.tsx';
export { PortalProvider, usePortal } from './portal.ts';
export { type ProofRequest, type Proving, useProving } from './proof/proof-provider.tsx';
export { FreeholdProvider, type FreeholdProviderProps } from './provider.tsx';
export { type Surroundings, SurroundingsProvider, useSurroundings } from './surroundings.ts';
export { type Change, type Conflict, type Outcome, type Phase, type UseChange, useChange } from './use-change.ts';
export { useProblemText } from './use-problem-text.ts';
