import type { AccountCenter, PublicSignInExperience, Senders, StepUpPolicy } from '@freehold/contract';
import type { PersonaId } from './personas.ts';

export type Scheme = 'light' | 'dark';

/** What the frame is to show. */
export interface PreviewScene {
  /** As they stand in the console, saved or not. */
  readonly settings: AccountCenter;
  readonly policy: StepUpPolicy;
  readonly senders: Senders;
  /** How people sign in: part of the account pages goes by it. The frame can ask nobody, so it comes along. */
  readonly experience: PublicSignInExperience;
  readonly persona: PersonaId;
  /** Target of the provider that a sample person's linked account is at. */
  readonly provider: string;
  readonly locale: string;
  readonly scheme: Scheme;
}

const scene = 'freehold.account-preview.scene';
const ready = 'freehold.account-preview.ready';

/** What the console posts to the frame. */
export const sceneMessage = (value: PreviewScene) => ({ type: scene, scene: value });

/**
 * The scene in a message from the page around the frame; undefined for any other. The frame may be mounted by pages of this
 * origin alone, and listens to nobody else: a window of another origin could otherwise put a style sheet of its own here.
 */
export function sceneIn({ origin, source, data }: MessageEvent): PreviewScene | undefined {
  if (origin !== location.origin || source !== window.parent || data?.type !== scene) return undefined;
  return data.scene as PreviewScene;
}

/** Tells the page around that the frame listens. */
export function sayReady(): void {
  window.parent.postMessage({ type: ready }, location.origin);
}

/** Whether a message says that this frame listens. */
export const isReady = ({ origin, source, data }: MessageEvent, frame: Window | null | undefined): boolean =>
  origin === location.origin && source === frame && data?.type === ready;
