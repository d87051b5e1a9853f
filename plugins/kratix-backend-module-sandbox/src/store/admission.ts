import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { KubeStatusError } from './kubeStatusError';
import type { AdmissionHook, AdmissionRequest } from './types';

/**
 * The webhooks of a store. A refusal is a 403 with the hook's words in its
 * message, as an API server words it (recording 20).
 *
 * @internal
 */
export class Admission {
  readonly #hooks = new Set<AdmissionHook>();

  add(hook: AdmissionHook): () => void {
    this.#hooks.add(hook);
    return () => this.#hooks.delete(hook);
  }

  /** The object as the hooks would have it. */
  review(
    request: AdmissionRequest,
    onWarning: (text: string) => void = () => {},
  ): KubeObject | undefined {
    let { object } = request;
    for (const hook of this.#hooks) {
      const asked = { ...request, ...(object && { object }) };
      if (!hook.matches(asked)) continue;
      const answer = hook.review(asked);
      answer?.warnings?.forEach(onWarning);
      if (answer?.denied !== undefined) {
        throw new KubeStatusError(
          403,
          'Forbidden',
          `admission webhook "${hook.name}" denied the request: ${answer.denied}`,
        );
      }
      object = answer?.object ?? object;
    }
    return object;
  }
}
