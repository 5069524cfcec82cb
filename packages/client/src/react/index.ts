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

export { AccountCenter } from './account/account-center.tsx';
export { AvatarUpload } from './account/avatar/avatar-upload.tsx';
export { Avatar } from './account/avatar.tsx';
export { ChangeEmail } from './account/change-email.tsx';
export { ChangePassword } from './account/change-password.tsx';
export { ChangePhone } from './account/change-phone.tsx';
export { ChangeUsername } from './account/change-username.tsx';
export { Overview } from './account/overview.tsx';
export { Profile } from './account/profile.tsx';
export { Security } from './account/security.tsx';
export { SocialLinks } from './account/social-links.tsx';
export type { TaskResult, WayBack } from './account/way-back.tsx';
export * from './account-scope.tsx';
export * from './account-store.ts';
export * from './change-status.tsx';
export * from './fields.ts';
export * from './frame.tsx';
export * from './navigation.tsx';
export * from './portal.ts';
export * from './surroundings.ts';
export * from './use-change.ts';
