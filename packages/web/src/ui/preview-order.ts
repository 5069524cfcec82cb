import type { PageBoot } from '@freehold/contract';

/** What can be looked at in the preview of the sign-in pages. */
export type PreviewScreen = 'sign_in' | 'error' | 'code' | 'register' | 'forgot';

/** What the console says is to be shown. */
export type PreviewOrder = {
  readonly kind: 'freehold:preview';
  readonly boot: Partial<PageBoot>;
  readonly screen: PreviewScreen;
  /** Style sheets after ours: colours and rules that need not be saved. */
  readonly styles: readonly string[];
  /** There is no dark appearance. */
  readonly onlyLight: boolean;
};

/** What the preview tells the console: that it can be told what to show, and what can be read on it. */
export type PreviewAnswer =
  | { readonly kind: 'freehold:preview-ready' }
  | { readonly kind: 'freehold:preview-shown'; readonly text: string };
