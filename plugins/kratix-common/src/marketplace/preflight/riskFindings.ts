import type { PreflightFinding } from '../../api';
import { listAt, textAt, type KubeObject } from '../../kube';
import { imagesOf, rightsOf } from '../pipelineAsks';
import type { MarketplaceListing } from '../types';
import { findingOf } from './finding';
import { isAllowedImage } from './imagePolicy';
import type { PreflightInput } from './types';

type AskedRight = MarketplaceListing['rights'][number];
type PipelineImage = MarketplaceListing['images'][number];

/** What its pipelines run, and with which rights. @internal */
export function riskFindings({
  promise,
  allowedImages,
}: PreflightInput): PreflightFinding[] {
  const images = imagesOf(promise);
  const rights = rightsOf(promise);
  const foreign = allowedImages
    ? images.filter(({ image }) => !isAllowedImage(image, allowedImages))
    : [];
  const counted = (
    check: PreflightFinding['check'],
    level: 'blocker' | 'warning',
    details: string[],
  ) =>
    findingOf(check, details.length > 0 ? level : 'fine', {
      params: { count: details.length },
      details,
      sealed: true,
    });
  return [
    counted('image-registry', 'blocker', foreign.map(imageText)),
    counted(
      'image-tag',
      'warning',
      images.filter(({ mutable }) => mutable).map(imageText),
    ),
    counted('rights-wide', 'warning', [
      ...rights.filter(reachesFar).map(rightText),
      ...accountsOf(promise),
    ]),
    counted(
      'rights-secrets',
      'warning',
      rights.filter(({ readsSecrets }) => readsSecrets).map(rightText),
    ),
  ];
}

/** Verbs that lead to any other right, wherever they are granted. */
const powers = ['escalate', 'bind', 'impersonate'];

function reachesFar({ clusterWide, verbs }: AskedRight): boolean {
  return clusterWide || verbs.some(verb => powers.includes(verb));
}

/** Pipelines with an account that is there already have all that it may. */
function accountsOf(promise: KubeObject): string[] {
  return ['promise', 'resource'].flatMap(type =>
    ['configure', 'delete'].flatMap(action =>
      listAt(promise, 'spec', 'workflows', type, action).flatMap(pipeline => {
        const account = textAt(pipeline, 'spec', 'rbac', 'serviceAccount');
        const name = textAt(pipeline, 'metadata', 'name') ?? 'pipeline';
        return account
          ? [`${type}.${action}/${name}: runs as ServiceAccount ${account}`]
          : [];
      }),
    ),
  );
}

function imageText({ pipeline, container, image }: PipelineImage): string {
  return `${image || '(no image)'}: ${pipeline}, ${container}`;
}

function rightText(right: AskedRight): string {
  const { pipeline, verbs, apiGroups, resources, resourceNames } = right;
  const groups = apiGroups.filter(Boolean);
  const what = [
    resources.join(', '),
    groups.length > 0 ? `of ${groups.join(', ')}` : '',
    resourceNames.length > 0 ? `named ${resourceNames.join(', ')}` : '',
  ];
  const where = right.clusterWide
    ? 'in all namespaces'
    : `in ${right.namespace ?? 'its own namespace'}`;
  return `${pipeline}: ${[verbs.join(', '), ...what, where]
    .filter(Boolean)
    .join(' ')}`;
}
