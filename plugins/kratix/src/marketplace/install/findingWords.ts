import {
  notAskedSchema,
  type PreflightFinding,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  KratixMarketplaceT,
  KratixT,
} from '@kratix-portal/backstage-plugin-kratix-react';

/** Every parameter that a finding may have, so that no sentence has a hole. */
const names = [
  'reason',
  'name',
  'version',
  'crd',
  'by',
  'kind',
  'groups',
  'required',
  'state',
  'offered',
  'matching',
  'total',
  'labels',
  'url',
  'from',
  'to',
  'refused',
] as const;

type Params = Record<(typeof names)[number], string> & { count: number };

function paramsOf({ params }: PreflightFinding): Params {
  const count = Number(params.count ?? 0);
  const texts = names.map(name => [name, String(params[name] ?? '–')]);
  return { ...Object.fromEntries(texts), count };
}

/** The texts that findings are told with. @internal */
export interface FindingTexts {
  t: KratixMarketplaceT;
  /** Of what the marketplace shares with other pages. */
  shared: KratixT;
}

/** A finding in words. @internal */
export interface FindingWords {
  text: string;
  /** What to do about it; absent where all is well. */
  next?: string;
}

/** Puts a finding into words. Total: what is missing is a dash. @internal */
export function findingWords(
  finding: PreflightFinding,
  texts: FindingTexts,
  options: { planned?: boolean } = {},
): FindingWords {
  const { t } = texts;
  const { check, level } = finding;
  const params = paramsOf(finding);
  if (check === 'requirement') {
    params.required = finding.params.version
      ? t('install.requirement.version', {
          name: params.required,
          version: params.version,
        })
      : params.required;
    params.state = options.planned
      ? t('install.requirement.planned')
      : requirementState(finding, texts);
  }
  if (check === 'destinations' && !finding.params.labels) {
    params.labels = t('install.preflight.anyLabels');
  }
  if (check === 'dry-run') {
    const known = notAskedSchema.safeParse(finding.params.reason);
    // A later backend may have others: these are shown as they are.
    if (known.success) params.reason = t(`install.notAsked.${known.data}`);
  }
  const text = t(`install.check.${check}.${level}`, params);
  if (level === 'fine') return { text };
  if (check === 'requirement' && finding.params.offered === '') {
    return { text, next: t('install.requirement.notOffered') };
  }
  return { text, next: t(`install.next.${check}`) };
}

function requirementState(
  { params }: PreflightFinding,
  { t, shared }: FindingTexts,
): string {
  const { state } = params;
  switch (state) {
    case 'installed':
    case 'not-installed':
    case 'other-version':
    case 'not-available':
      return shared(`promise.requirement.${state}`);
    case 'planned':
      return t('install.requirement.planned');
    default:
      return shared('promise.requirement.unknown');
  }
}
