import type { Translated } from '../../catalogue.ts';
import type { connectors as english } from '../../en/console/connectors.ts';

export const connectors: Translated<typeof english> = {};
