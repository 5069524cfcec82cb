import { beforeAll, inject } from 'vitest';
import { putBack } from './as-shipped.ts';

beforeAll(() => putBack(inject('shipped')));
