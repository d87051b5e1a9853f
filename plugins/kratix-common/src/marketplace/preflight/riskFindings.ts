import type { PreflightFinding } from '../../api';
import { listAt, textAt, type KubeObject } from '../../kube';
import { dependencyImages } from '../dependencyImages';
import { imagesOf, isMutable, rightsOf } from '../pipelineAsks';
import type { MarketplaceListing } from '../types';
import { findingOf } from './finding';
import { isAllowedImage } from './imagePolicy';
import type { PreflightInput } from './types';

type AskedRight = MarketplaceListing['rights'][number];

interface InstalledImage {
  image: string;
  /** The image and where it is from. */
  text: string;
  mutable: boolean;
}

/** What it runs, and with which rights its pipelines do. @internal */
export function riskFindings({
  promise,
  allowedImages,
}: PreflightInput): PreflightFinding[] {
  const { images, whole } = installedImages(promise);
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
  // What nobody looked at is neither allowed nor fixed.
  const rest = whole ? [] : ['Its dependencies hold too much to look through'];
  return [
    counted('image-registry', 'blocker', [
      ...textsOf(foreign),
      ...(allowedImages ? rest : []),
    ]),
    counted('image-tag', 'warning', [
      ...textsOf(images.filter(({ mutable }) => mutable)),
      ...rest,
    ]),
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

/** Those of its pipelines, and those that it brings to Destinations. */
function installedImages(promise: KubeObject): {
  images: InstalledImage[];
  whole: boolean;
} {
  const brought = dependencyImages(promise);
  const run = imagesOf(promise).map(
    ({ image, pipeline, container, mutable }) => ({
      image,
      text: `${image || '(no image)'}: ${pipeline}, ${container}`,
      mutable,
    }),
  );
  const others = brought.images.map(({ image, where }) => ({
    image,
    text: `${where}: ${image}`,
    mutable: isMutable(image),
  }));
  return { images: [...run, ...others], whole: brought.whole };
}

/** Containers of one pod that run the same are told once. */
function textsOf(images: readonly InstalledImage[]): string[] {
  return [...new Set(images.map(({ text }) => text))];
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
