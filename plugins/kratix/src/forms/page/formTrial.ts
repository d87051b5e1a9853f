import type {
  KratixApi,
  PromiseDetail,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { ownFields } from './formStart';
import { choosePlace } from './places';
import { readSchema } from './promiseSchema';
import { readYaml } from './readYaml';
import { writeProblem } from './writeProblem';

/** What a platform says to an example of a Promise, without keeping it. @internal */
export type Trial =
  | { verdict: 'accepted' }
  | { verdict: 'refused' | 'unknown'; why?: string };

/** @internal */
export interface FormTrials {
  minimal: Trial;
  full: Trial;
  /** How long the schema took to become a form, in milliseconds. */
  formMs: number;
}

/**
 * Rehearses both examples of a Promise as the person who asks, where they may
 * request. Nobody may request anywhere: nothing is known.
 *
 * @internal
 */
export async function tryExamples(
  kratix: Pick<KratixApi, 'createRequest' | 'getRequestPlaces'>,
  promise: PromiseDetail,
  now: () => number = () => performance.now(),
): Promise<FormTrials | undefined> {
  const { api, examples, platform } = promise;
  if (!api || !examples) return undefined;
  const startedAt = now();
  const { openApi } = readSchema(promise);
  const formMs = now() - startedAt;
  const at = { platform, crd: api.crd };
  const place = choosePlace((await kratix.getRequestPlaces(at)).items);
  const tried = async (text: string, name: string): Promise<Trial> => {
    if (!place) return { verdict: 'unknown' };
    try {
      const object = ownFields(readYaml(text));
      const { namespace, team: owner } = place;
      const body = { name, namespace, owner, object };
      await kratix.createRequest(at, body, { dryRun: true });
      return { verdict: 'accepted' };
    } catch (error) {
      const { kind, message } = writeProblem(error, openApi);
      const verdict = kind === 'input' ? 'refused' : 'unknown';
      return { verdict, why: message };
    }
  };
  return {
    minimal: await tried(examples.minimal, 'example-minimal'),
    full: await tried(examples.full, 'example-full'),
    formMs,
  };
}
