import {
  asList,
  asText,
  isRecord,
  listAt,
  textAt,
  type KubeObject,
} from '../kube';

/** An image that a Promise brings to Destinations. @internal */
export interface DependencyImage {
  image: string;
  /** `Deployment cert-manager/controller`. */
  where: string;
}

const containerKeys = ['containers', 'initContainers', 'ephemeralContainers'];

/** More than an API server takes in one Promise, by far. */
const mostValues = 500_000;
const longestName = 120;

interface Place {
  value: unknown;
  /** The objects around it, outermost first. */
  holders: readonly string[];
}

/**
 * The images of all containers below `spec.dependencies`, whatever holds them:
 * pod templates, Lists, the pipelines and dependencies of Promises. Images that
 * are named otherwise, as in the arguments of a container, can't be told.
 *
 * @returns `whole` is false where there is more than anybody could look through
 * @internal
 */
export function dependencyImages(promise: KubeObject): {
  images: DependencyImage[];
  whole: boolean;
} {
  const images: DependencyImage[] = [];
  // Not recursive, as documents may nest deeper than calls can.
  const open: Place[] = [];
  const look = (values: readonly unknown[], holders: Place['holders']) => {
    // The last is taken first. Texts and numbers hold nothing.
    for (const value of [...values].reverse()) {
      if (typeof value === 'object' && value !== null) {
        open.push({ value, holders });
      }
    }
  };
  look(listAt(promise, 'spec', 'dependencies'), []);
  let looked = 0;
  for (let at = open.pop(); at; at = open.pop()) {
    looked += 1;
    if (looked > mostValues) return { images, whole: false };
    const { value, holders } = at;
    if (Array.isArray(value)) {
      look(value, holders);
    } else if (isRecord(value)) {
      const within = withHolder(holders, value);
      const where = within.join(', ') || 'dependency';
      for (const image of imagesOfPod(value)) images.push({ image, where });
      look(Object.values(value), within);
    }
  }
  return { images, whole: true };
}

/** What a pod runs, and what it mounts from images. */
function imagesOfPod(pod: Record<string, unknown>): string[] {
  const containers = containerKeys.flatMap(key => asList(pod[key]));
  return [
    ...containers.map(container => textAt(container, 'image')),
    ...asList(pod.volumes).map(volume => textAt(volume, 'image', 'reference')),
  ].filter(image => image !== undefined);
}

/** The outermost and the innermost say where something is. */
function withHolder(
  holders: Place['holders'],
  value: Record<string, unknown>,
): Place['holders'] {
  const kind = asText(value.kind);
  const name = textAt(value, 'metadata', 'name');
  if (!kind || !name || !asText(value.apiVersion)) return holders;
  const namespace = textAt(value, 'metadata', 'namespace');
  const own = `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
  return [...holders.slice(0, 1), own.slice(0, longestName)];
}
