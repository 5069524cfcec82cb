import type { PageBoot, PageEntry } from '@freehold/contract';
import { loadSignInExperience } from '../../sign-in-experience/index.ts';
import type { PageDress, PageResponse } from '../pages/index.ts';
import { bootOf } from './boot.ts';
import { dressOf } from './dress.ts';
import type { PageNeeds } from './needs.ts';
import { staticPage } from './static-page.ts';
import { searchOf, type Visit } from './visit.ts';

/** What was typed into the form of a page, to be typed no second time; never a password. */
export interface Typed {
  /** Who one says one is. */
  readonly identifier: string;
  /** Whether the box is ticked. */
  readonly agreed: boolean;
}

/** What a page says beyond what its address and its sign-in say. */
export interface Occasion {
  readonly status?: number;
  readonly refusal?: PageBoot['refusal'];
  /** What is shown in place of the page. */
  readonly error?: PageBoot['error'];
  readonly typed?: Typed;
}

/** Writes a page for a visit. */
export async function render(
  needs: PageNeeds,
  visit: Visit,
  entry: PageEntry,
  { status, refusal, error, typed }: Occasion = {},
): Promise<PageResponse> {
  const { tenant, request } = visit;
  const { database, pages } = needs;
  const experience = await loadSignInExperience(database, tenant.id);
  const search = searchOf(request);
  const [boot, dress] = await Promise.all([
    bootOf(needs, visit, entry, experience),
    dressOf(needs, tenant, entry, experience, search),
  ]);
  const told: PageBoot = { ...boot, ...(refusal && { refusal }), ...(error && { error }) };
  const shown: PageDress = entry === 'sign-in' ? { ...dress, ...staticPage(told, request, typed) } : dress;
  return pages.render(entry, told, { ...shown, ...(status !== undefined && { status }) });
}
