import type { Behaviour } from '../types';
import { creating } from './creating';

/** All that we rely on. @internal */
export const behaviours: Behaviour[] = [...creating];
