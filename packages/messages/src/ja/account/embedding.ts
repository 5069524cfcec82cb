import type { Translated } from '../../catalogue.ts';
import type { embedding as english } from '../../en/account/embedding.ts';

export const embedding: Translated<typeof english> = {
  'embedding.try_again': 'もう一度試す',
};
