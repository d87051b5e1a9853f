import type { InstallMethod } from '@kratix-portal/backstage-plugin-kratix-common';

/** Where one is between choosing a platform and an available Promise. @internal */
export const installSteps = ['where', 'preflight', 'progress'] as const;

/** @internal */
export type InstallStep = (typeof installSteps)[number];

/**
 * What the address says, so that leaving, coming back and sending it to
 * somebody shows the same.
 *
 * @internal
 */
export interface InstallLink {
  step: InstallStep;
  platform?: string;
  /** Absent: what the preflight finds possible. */
  method?: InstallMethod;
  /** Names of requirements that are to be installed as well. */
  added: string[];
  /** Names of what was installed, in order. */
  plan: string[];
  /** Those of the plan that were not there before: they can be taken back. */
  fresh: string[];
  /** The manifest was changed by hand. */
  edited: boolean;
}

const names = (text: string | null): string[] => [
  ...new Set((text ?? '').split(',').filter(Boolean)),
];

/** @internal */
export function readInstallLink(params: URLSearchParams): InstallLink {
  const platform = params.get('platform') ?? undefined;
  const asked = installSteps.find(step => step === params.get('step'));
  const method = params.get('method');
  return {
    // Nothing but the choice of a platform can be shown without one.
    step: platform ? asked ?? 'where' : 'where',
    platform,
    ...(method === 'promise' || method === 'release' ? { method } : {}),
    added: names(params.get('with')),
    plan: names(params.get('plan')),
    fresh: names(params.get('fresh')),
    edited: params.get('edited') === 'true',
  };
}

/** The same address with something else. @internal */
export function withInstallLink(
  params: URLSearchParams,
  change: Partial<InstallLink>,
): URLSearchParams {
  const next = new URLSearchParams(params);
  const { step, platform, method, added, plan, fresh, edited } = {
    ...readInstallLink(params),
    ...change,
  };
  const put = (key: string, value: string | undefined) => {
    if (value) next.set(key, value);
    else next.delete(key);
  };
  put('step', step === 'where' ? undefined : step);
  put('platform', platform);
  put('method', method);
  put('with', added.join(','));
  put('plan', plan.join(','));
  put('fresh', fresh.join(','));
  put('edited', edited ? 'true' : undefined);
  return next;
}
