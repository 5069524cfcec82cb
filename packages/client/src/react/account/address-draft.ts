import type { AddressCodeSent } from './address-code.tsx';
import type { Channel } from './address-text.tsx';
import { useDraft } from './use-draft.ts';

/** What a reload must not lose of a change of address. The record of a code that was right is not among it. */
interface AddressDraft {
  readonly typed: string;
  readonly country: string;
  readonly code?: AddressCodeSent;
}

/** What was typed of a new address or number, and the code that is on its way there. */
export const useAddressDraft = (channel: Channel, owner: string) => useDraft<AddressDraft>(channel, owner);

/** The code of a draft, as long as it can be entered. */
export const codeAlive = (draft: AddressDraft | undefined): AddressCodeSent | undefined =>
  draft?.code !== undefined && draft.code.endsAt > Date.now() ? draft.code : undefined;
