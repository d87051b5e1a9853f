import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { KubeStatusError, type Store } from '../../store';
import { steering } from '../../pipelines';
import type { Recording } from '../recording';
import type { RecordedAction } from './recordedActions';

const refused =
  'write permission validation failed: The specified bucket does not exist';
const unreachable = 'connect: connection refused';

/** The bucket of this name was missing while recording. */
function absent({ spec }: KubeObject): Record<string, string> {
  const { bucketName } = (spec ?? {}) as { bucketName?: string };
  return bucketName === 'no-such-bucket' ? { [steering.refused]: refused } : {};
}

/** What happened outside the cluster: the state store went and came back. */
export function outsideWorld({ steps }: Recording) {
  const annotate = (text: string | undefined) => (store: Store) => {
    const bucket = store.get(
      'platform.kratix.io',
      'bucketstatestores',
      'default',
    );
    if (!bucket) return;
    const { [steering.unreachable]: _gone, ...kept } =
      bucket.metadata.annotations ?? {};
    const annotations = {
      ...kept,
      ...(text && { [steering.unreachable]: text }),
    };
    store.update({ ...bucket, metadata: { ...bucket.metadata, annotations } });
  };
  return steps.flatMap(({ t, step }) => {
    if (step === 'the state store is stopped') {
      return [{ t, change: annotate(unreachable) }];
    }
    return step.startsWith('the state store is started again')
      ? [{ t, change: annotate(undefined) }]
      : [];
  });
}

/** Does what a person did. */
export function perform(store: Store, action: RecordedAction) {
  const { object, previous, kind } = action;
  const { name, namespace } = object.metadata;
  const group = (object.apiVersion ?? '').split('/')[0];
  const plural = object.kind ?? '';
  if (kind === 'create') {
    const { labels } = object.metadata;
    const annotations = { ...object.metadata.annotations, ...absent(object) };
    store.create({
      ...object,
      status: undefined,
      metadata: { name, namespace, labels, annotations },
    });
    return;
  }
  if (kind === 'delete') {
    store.delete(group, plural, name, namespace);
    return;
  }
  const mine = store.get(group, plural, name, namespace);
  if (!mine) throw new KubeStatusError(404, 'NotFound', `no ${plural} ${name}`);
  const merged = (field: 'labels' | 'annotations') => {
    const now = object.metadata[field] ?? {};
    const before = previous?.metadata[field] ?? {};
    const kept = Object.entries(mine.metadata[field] ?? {}).filter(
      ([key]) => !(key in before) || key in now,
    );
    const set = Object.entries(now).filter(([key, v]) => before[key] !== v);
    return Object.fromEntries([...kept, ...set]);
  };
  store.update({
    ...mine,
    ...(object.spec !== undefined && { spec: object.spec }),
    ...(object.data !== undefined && { data: object.data }),
    metadata: {
      ...mine.metadata,
      labels: merged('labels'),
      annotations: merged('annotations'),
    },
  });
}

/** The web server that releases fetched from while recording. */
export function recordedWebServer(
  { events, steps }: Recording,
  now: () => number,
) {
  const promises = events.flatMap(({ object }) =>
    object.kind === 'Promise' && object.metadata.labels ? [object] : [],
  );
  const [stopped, started] = [
    '(the web server is stopped)',
    '(the web server is started again)',
  ].map(text => steps.find(one => one.step === text)?.t ?? Infinity);
  return (url: string): string | undefined => {
    if (now() >= stopped && now() < started) return undefined;
    const file = url.slice(url.lastIndexOf('/') + 1);
    const version = /^database-(v\d)\.yaml$/.exec(file)?.[1];
    const wanted = version && `${version}.0.0`;
    const label = 'kratix.io/promise-version';
    const promise =
      promises.find(one => one.metadata.labels?.[label] === wanted) ??
      promises[0];
    if (!promise || (!wanted && file !== 'unversioned.yaml')) return undefined;
    const { name } = promise.metadata;
    const labels = wanted ? { [label]: wanted } : undefined;
    return JSON.stringify({
      ...promise,
      status: undefined,
      metadata: { name, labels },
    });
  };
}
