import { isDeepStrictEqual } from 'node:util';
import {
  apiFieldsView,
  apiOfPromise,
  describePromise,
  nameOf,
  promiseView,
  settle,
  textAt,
  type KubeObject,
  type PromiseDescription,
  type PromiseView,
  type Settled,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  KratixSettings,
  Platform,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { RowSource } from '../live/LiveIndex';

/** @internal */
export interface PromiseRow {
  platform: string;
  name: string;
  /** Without counts: they depend on who asks. */
  view: PromiseView;
  settled: Settled<PromiseDescription>;
  /** All that the search looks at, in lower case. */
  searched: string;
}

/** Rows of Promises, keyed by name. @internal */
export class PromiseSource implements RowSource<PromiseRow> {
  readonly title = 'Promise';
  readonly #settings: KratixSettings;

  constructor(options: { settings: KratixSettings }) {
    this.#settings = options.settings;
  }

  keys(platform: Platform): Iterable<string> {
    return platform.list('promises').map(nameOf);
  }

  derive(
    platform: Platform,
    name: string,
    before: PromiseRow | undefined,
    now: number,
  ): { row: PromiseRow; recheckAt?: number } | undefined {
    const facts = platform.promiseFacts(name);
    if (!facts?.promise) return undefined;
    const settled = settle(
      before?.settled,
      describePromise(facts, { now }),
      now,
    );
    const view = promiseView({
      platform: platform.id,
      promise: facts.promise,
      description: { ...settled.shown, recheckAt: undefined },
      promiseNames: new Set(platform.list('promises').map(nameOf)),
      reportsHealth: platform
        .list('healthrecords')
        .some(record => textAt(record, 'data', 'promiseRef', 'name') === name),
      platformOwner: platform.owner,
      annotationPrefix: this.#settings.annotationPrefix,
    });
    return {
      row: {
        platform: platform.id,
        name,
        view,
        settled,
        searched: searchedOf(view, facts.promise),
      },
      recheckAt: settled.recheckAt,
    };
  }

  same(a: PromiseRow, b: PromiseRow): boolean {
    return (
      a.settled.key === b.settled.key &&
      isDeepStrictEqual(identity(a), identity(b))
    );
  }
}

function searchedOf(view: PromiseView, promise: KubeObject): string {
  const offered = apiOfPromise(promise);
  const fields = 'api' in offered ? apiFieldsView(offered.api.schema) : [];
  return [
    view.name,
    view.title,
    view.summary,
    view.category,
    ...fields.map(({ path }) => path),
  ]
    .join('\n')
    .toLocaleLowerCase('en-US');
}

function identity({ view }: PromiseRow) {
  const { description, ...rest } = view;
  return rest;
}
