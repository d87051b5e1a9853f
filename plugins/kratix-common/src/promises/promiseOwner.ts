import { fullEntityRef } from '../catalog';
import type { PromiseTexts } from './promiseTexts';

/** Whoever its author says, else who owns the platform. @public */
export function promiseOwner(
  texts: Pick<PromiseTexts, 'owner'>,
  platformOwner: string | undefined,
): string | undefined {
  return fullEntityRef(texts.owner, 'group') ?? platformOwner;
}
