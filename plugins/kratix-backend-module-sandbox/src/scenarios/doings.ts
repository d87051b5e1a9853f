import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { packagedPromise, type PackagedVersion } from '../packaged';
import { KubeStatusError, type Store } from '../store';
import type {
  ChangeEntry,
  Doings,
  HealthEntry,
  Named,
  RequestEntry,
} from './scenarioFile';

const ours = 'kratix-portal.io/';
const steering = 'sandbox.kratix-portal.io/';
const kratix = 'platform.kratix.io/v1alpha1';

const prefixed = <T>(values: Record<string, T>): Record<string, T> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [`${steering}${key}`, value]),
  );

const silent = `${steering}silent`;

interface Place {
  group: string;
  version: string;
  plural: string;
  kind: string;
  namespace?: string;
  name: string;
}

/** Does what a scenario says, as people would. @internal */
export class Doer {
  readonly #store: Store;
  readonly #now: () => Date;

  constructor(store: Store, now: () => Date) {
    this.#store = store;
    this.#now = now;
  }

  do(doings: Doings) {
    doings.objects?.forEach(one => this.#store.create(one));
    doings.promises?.forEach(one => this.#promise(one));
    doings.requests?.forEach(one => this.#request(one));
    doings.changes?.forEach(one => this.#change(one));
    doings.remove?.forEach(one => this.#remove(one));
    doings.health?.forEach(one => this.#report(one));
  }

  /** Every check that still reports does so, with what it said last. */
  reportAgain() {
    for (const record of this.#store.list(
      'platform.kratix.io',
      'healthrecords',
    )) {
      if (record.metadata.annotations?.[silent]) continue;
      const data = record.data as Record<string, unknown>;
      this.#store.update({
        ...record,
        data: { ...data, lastRun: this.#unix() },
      });
    }
  }

  #unix = () => Math.floor(this.#now().getTime() / 1000);

  #place({ kind, at }: Named): Place {
    const known = this.#store.kinds().find(one => one.kind === kind);
    if (!known) {
      throw new KubeStatusError(
        404,
        'NotFound',
        `The scenario names an unknown kind: ${kind}`,
      );
    }
    const [name, namespace] = at.split('/').reverse();
    return { ...known, name, ...(namespace && { namespace }) };
  }

  #get(named: Named): KubeObject {
    const { group, plural, name, namespace } = this.#place(named);
    // Names that Kratix makes end in a hash.
    const found = name.endsWith('*')
      ? this.#store
          .list(group, plural, { namespace })
          .find(one => one.metadata.name.startsWith(name.slice(0, -1)))
      : this.#store.get(group, plural, name, namespace);
    if (!found) {
      throw new KubeStatusError(
        404,
        'NotFound',
        `The scenario changes what is not there: ${named.at}`,
      );
    }
    return found;
  }

  #promise(entry: PackagedVersion) {
    const wanted = packagedPromise(entry);
    const { name } = wanted.metadata;
    const known = this.#store.get('platform.kratix.io', 'promises', name);
    if (!known) {
      this.#store.create(wanted);
      return;
    }
    const { labels, annotations } = wanted.metadata;
    this.#store.update({
      ...known,
      spec: wanted.spec,
      metadata: {
        ...known.metadata,
        labels: { ...known.metadata.labels, ...labels },
        annotations: { ...known.metadata.annotations, ...annotations },
      },
    });
  }

  #request(entry: RequestEntry) {
    const { owner, by, spec, labels, steer, version } = entry;
    const place = this.#place(entry);
    const annotations = {
      ...(owner && { [`${ours}owner`]: `group:default/${owner}` }),
      ...(entry.for && { [`${ours}for`]: `component:default/${entry.for}` }),
      ...(by && { [`${ours}requested-by`]: `user:default/${by}` }),
      ...prefixed(steer ?? {}),
    };
    if (version) this.#bind(place, version);
    this.#store.create({
      apiVersion: `${place.group}/${place.version}`,
      kind: place.kind,
      metadata: {
        name: place.name,
        namespace: place.namespace,
        ...(labels && { labels }),
        annotations,
      },
      ...(spec && { spec }),
    });
  }

  #bind({ group, plural, name, namespace = '' }: Place, version: string) {
    const definition = this.#store.get(
      'apiextensions.k8s.io',
      'customresourcedefinitions',
      `${plural}.${group}`,
    );
    const promise =
      definition?.metadata.labels?.['kratix.io/promise-name'] ?? '';
    this.#store.create({
      apiVersion: kratix,
      kind: 'ResourceBinding',
      metadata: {
        name: `${name}-pinned`,
        namespace,
        labels: {
          'kratix.io/promise-name': promise,
          'kratix.io/resource-name': name,
        },
      },
      spec: {
        version,
        promiseRef: { name: promise },
        resourceRef: { name, namespace },
      },
    });
  }

  #change(entry: ChangeEntry) {
    const object = this.#get(entry);
    const { labels, annotations } = object.metadata;
    const spec = object.spec as Record<string, unknown> | undefined;
    this.#store.update({
      ...object,
      ...(entry.spec && { spec: { ...spec, ...entry.spec } }),
      metadata: {
        ...object.metadata,
        labels: merged(labels, entry.labels),
        annotations: merged(annotations, {
          ...entry.annotations,
          ...prefixed(entry.steer ?? {}),
        }),
      },
    });
  }

  #remove(entry: Named) {
    const { group, plural, name, namespace } = this.#place(entry);
    this.#store.delete(group, plural, name, namespace);
  }

  #report(entry: HealthEntry) {
    const { group, plural, name, namespace = '' } = this.#place(entry);
    const definition = this.#store.get(
      'apiextensions.k8s.io',
      'customresourcedefinitions',
      `${plural}.${group}`,
    );
    const promise =
      definition?.metadata.labels?.['kratix.io/promise-name'] ?? '';
    const record = {
      apiVersion: kratix,
      kind: 'HealthRecord',
      metadata: {
        name: `${plural}-${name}-${entry.from}`,
        namespace,
        ...(entry.silent && { annotations: { [silent]: 'true' } }),
      },
      data: {
        promiseRef: { name: promise },
        resourceRef: { name, namespace },
        state: entry.state,
        lastRun: this.#unix(),
        ...(entry.details !== undefined && { details: entry.details }),
      },
    };
    const known = this.#store.get(
      'platform.kratix.io',
      'healthrecords',
      record.metadata.name,
      namespace,
    );
    if (known) this.#store.update({ ...known, data: record.data });
    else this.#store.create(record);
  }
}

function merged(
  known: Record<string, string> | undefined,
  change: Record<string, string | null> = {},
): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...known, ...change }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    ),
  );
}
