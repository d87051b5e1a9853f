import {
  groupOf,
  hasSwitch,
  labelOf,
  listAt,
  matchesLabels,
  nameOf,
  namespaceOf,
  textAt,
  textMap,
  valueAt,
  type KubeObject,
} from '../kube';
import { kratixLabels, kratixSystemNamespace } from '../kratixNames';
import type { DestinationFacts } from '../placements';
import { storeRefOf, targetDestination, workNameOf } from '../placements';
import { apiOfPromise, type PromiseFacts } from '../promises';
import { isChildOf, type RequestFacts, type RequestRef } from '../requests';

/**
 * A pile of objects of one platform, and the facts about each thing in it,
 * joined by the labels that Kratix puts on them. For tests and for looking at
 * recordings: it searches the whole pile each time.
 *
 * @public
 */
export class ObjectPile {
  readonly #byKind = new Map<string, KubeObject[]>();
  /** CRD name by group and kind. */
  readonly #crds = new Map<string, string>();
  readonly #requests: KubeObject[];
  readonly #platform: string;
  readonly #generationSeenAt?: (object: KubeObject) => number | undefined;

  constructor(
    objects: Iterable<KubeObject>,
    options: {
      platform?: string;
      generationSeenAt?: (object: KubeObject) => number | undefined;
    } = {},
  ) {
    for (const object of objects) {
      if (!object.kind) continue;
      const same = this.#byKind.get(object.kind);
      if (same) same.push(object);
      else this.#byKind.set(object.kind, [object]);
    }
    for (const crd of this.#ofKind('CustomResourceDefinition')) {
      if (labelOf(crd, kratixLabels.promiseName) === undefined) continue;
      const group = textAt(crd, 'spec', 'group') ?? '';
      const kind = textAt(crd, 'spec', 'names', 'kind') ?? '';
      this.#crds.set(`${group}|${kind}`, nameOf(crd));
    }
    this.#requests = [...this.#byKind.values()].flatMap(same =>
      same.filter(one => this.#crdOf(one) !== undefined),
    );
    this.#platform = options.platform ?? 'recording';
    this.#generationSeenAt = options.generationSeenAt;
  }

  /** All of a kind of Kratix's own. */
  kratix(kind: string): KubeObject[] {
    return this.#ofKind(kind).filter(
      one => groupOf(one) === 'platform.kratix.io',
    );
  }

  #ofKind(kind: string): readonly KubeObject[] {
    return this.#byKind.get(kind) ?? [];
  }

  #promiseOf(request: KubeObject): KubeObject | undefined {
    return this.kratix('Promise').find(promise => {
      const offered = apiOfPromise(promise);
      return (
        'api' in offered &&
        offered.api.group === groupOf(request) &&
        offered.api.kind === request.kind
      );
    });
  }

  /** Refs of all requests, those that only serve a preview left out. */
  requestRefs(): RequestRef[] {
    const refs: RequestRef[] = [];
    for (const object of this.#requests) {
      const crd = this.#crdOf(object);
      if (!crd || hasSwitch(object, kratixLabels.dryRun)) continue;
      refs.push({
        platform: this.#platform,
        crd,
        namespace: namespaceOf(object) || '-',
        name: nameOf(object),
      });
    }
    return refs;
  }

  promiseNames(): string[] {
    return this.kratix('Promise').map(nameOf);
  }

  destinationNames(): string[] {
    return this.kratix('Destination').map(nameOf);
  }

  #crdOf(object: KubeObject): string | undefined {
    return this.#crds.get(`${groupOf(object)}|${object.kind ?? ''}`);
  }

  requestFacts(ref: RequestRef): RequestFacts {
    const request = this.#requests.find(
      one =>
        nameOf(one) === ref.name &&
        (namespaceOf(one) || '-') === ref.namespace &&
        this.#crdOf(one) === ref.crd,
    );
    if (!request) return {};
    const promise = this.#promiseOf(request);
    const name = nameOf(promise);
    const own = this.#ownLabels(promise, request);
    const works = this.kratix('Work').filter(
      work =>
        this.#lies(work, promise, request) &&
        matchesLabels(labelsOf(work), {
          ...own,
          [kratixLabels.workType]: 'resource',
        }),
    );
    return {
      request,
      generationSeenAt: this.#generationSeenAt?.(request),
      promise,
      revisions: this.#revisionsOf([name]),
      binding: this.kratix('ResourceBinding').find(
        binding =>
          namespaceOf(binding) === namespaceOf(request) &&
          labelOf(binding, kratixLabels.promiseName) === name &&
          textAt(binding, 'spec', 'resourceRef', 'name') === ref.name,
      ),
      ...this.#runs(job => {
        return (
          this.#lies(job, promise, request) &&
          matchesLabels(labelsOf(job), own) &&
          labelOf(job, kratixLabels.workflowType) === 'resource'
        );
      }),
      works,
      ...this.#delivery(works),
      healthRecords: this.kratix('HealthRecord').filter(
        record =>
          textAt(record, 'data', 'promiseRef', 'name') === name &&
          textAt(record, 'data', 'resourceRef', 'name') === ref.name &&
          textAt(record, 'data', 'resourceRef', 'namespace') === ref.namespace,
      ),
      events: this.#eventsAbout(request),
      children: this.#related(request, name, isChildOf),
      parents: this.#related(request, name, other =>
        isChildOf(request, other, nameOf(this.#promiseOf(other))),
      ),
    };
  }

  /** Kratix puts a namespace on them only where all lie in one namespace. */
  #ownLabels(promise: KubeObject | undefined, request: KubeObject) {
    return {
      [kratixLabels.promiseName]: nameOf(promise),
      [kratixLabels.resourceName]: nameOf(request),
      ...(pipelineNamespace(promise) && {
        [kratixLabels.resourceNamespace]: namespaceOf(request),
      }),
    };
  }

  #lies(
    object: KubeObject,
    promise: KubeObject | undefined,
    request: KubeObject,
  ): boolean {
    const expected = pipelineNamespace(promise) ?? namespaceOf(request);
    return namespaceOf(object) === expected;
  }

  promiseFacts(name: string): PromiseFacts {
    const promise = this.kratix('Promise').find(one => nameOf(one) === name);
    const promises = this.kratix('Promise');
    const works = this.kratix('Work').filter(
      work =>
        labelOf(work, kratixLabels.promiseName) === name &&
        ['promise', 'static-dependency'].includes(
          labelOf(work, kratixLabels.workType) ?? '',
        ),
    );
    return {
      promise,
      crd: this.#ofKind('CustomResourceDefinition').find(
        one => labelOf(one, kratixLabels.promiseName) === name,
      ),
      revisions: this.#revisionsOf([name]),
      promises,
      requiredRevisions: this.#revisionsOf(
        listAt(promise, 'spec', 'requiredPromises').map(
          one => textAt(one, 'name') ?? '',
        ),
      ),
      release: this.kratix('PromiseRelease').find(
        release =>
          nameOf(release) === labelOf(promise, kratixLabels.promiseReleaseName),
      ),
      ...this.#runs(
        job =>
          labelOf(job, kratixLabels.promiseName) === name &&
          labelOf(job, kratixLabels.workflowType) === 'promise' &&
          namespaceOf(job) ===
            (pipelineNamespace(promise) ?? kratixSystemNamespace),
      ),
      works,
      ...this.#delivery(works),
      events: promise && this.#eventsAbout(promise),
    };
  }

  destinationFacts(name: string): DestinationFacts {
    const destination = this.kratix('Destination').find(
      one => nameOf(one) === name,
    );
    const ref = storeRefOf(destination);
    return {
      destination,
      stateStore:
        ref && this.kratix(ref.kind).find(one => nameOf(one) === ref.name),
      placements: this.kratix('WorkPlacement').filter(
        placement => targetDestination(placement) === name,
      ),
      events: destination && this.#eventsAbout(destination),
    };
  }

  #revisionsOf(promises: string[]): KubeObject[] {
    return this.kratix('PromiseRevision').filter(revision =>
      promises.includes(
        textAt(revision, 'spec', 'promiseRef', 'name') ??
          labelOf(revision, kratixLabels.promiseName) ??
          '',
      ),
    );
  }

  #runs(mine: (job: KubeObject) => boolean) {
    const jobs = this.#ofKind('Job').filter(mine);
    const names = new Set(jobs.map(nameOf));
    const pods = this.#ofKind('Pod').filter(one =>
      names.has(labelOf(one, 'batch.kubernetes.io/job-name') ?? ''),
    );
    return { jobs, pods };
  }

  #delivery(works: KubeObject[]) {
    const keys = new Set(
      works.map(one => `${namespaceOf(one)}/${nameOf(one)}`),
    );
    return {
      placements: this.kratix('WorkPlacement').filter(placement =>
        keys.has(`${namespaceOf(placement)}/${workNameOf(placement) ?? ''}`),
      ),
      destinations: this.kratix('Destination'),
      stateStores: [
        ...this.kratix('BucketStateStore'),
        ...this.kratix('GitStateStore'),
      ],
    };
  }

  #eventsAbout(object: KubeObject): KubeObject[] {
    return this.#ofKind('Event').filter(
      one =>
        textAt(one, 'involvedObject', 'kind') === object.kind &&
        textAt(one, 'involvedObject', 'name') === nameOf(object) &&
        (textAt(one, 'involvedObject', 'namespace') ?? '') ===
          namespaceOf(object),
    );
  }

  #related(
    request: KubeObject,
    promise: string,
    isRelated: (
      other: KubeObject,
      request: KubeObject,
      promise: string,
    ) => boolean,
  ): KubeObject[] {
    return this.#requests.filter(
      other => other !== request && isRelated(other, request, promise),
    );
  }
}

function labelsOf(object: KubeObject): Record<string, string> {
  return textMap(valueAt(object, 'metadata', 'labels'));
}

function pipelineNamespace(
  promise: KubeObject | undefined,
): string | undefined {
  return textAt(promise, 'spec', 'workflows', 'config', 'pipelineNamespace');
}
