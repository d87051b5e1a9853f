import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { builtInKinds } from './builtInKinds';
import { frozenCopy } from './immutable';
import { apiVersionOf, kindKey } from './kindKey';
import { ObjectTable } from './objectTable';
import { kindSchema, type KindSchema } from './schema/kindSchema';
import type { KindInfo } from './types';

interface Entry {
  kind: KindInfo;
  table: ObjectTable;
  schemas: Map<string, KindSchema>;
}

/**
 * Which kinds there are, with the objects and compiled schemas of each.
 *
 * @internal
 */
export class KindRegistry {
  readonly #byPlural = new Map<string, Entry>();
  readonly #byKind = new Map<string, Entry>();

  constructor() {
    for (const kind of builtInKinds()) this.register(kind);
  }

  kinds(): KindInfo[] {
    return [...this.#byPlural.values()].map(({ kind }) => kind);
  }

  find(group: string, pluralOrKind: string): KindInfo | undefined {
    const key = kindKey({ group, plural: pluralOrKind });
    return (this.#byPlural.get(key) ?? this.#byKind.get(key))?.kind;
  }

  table(kind: KindInfo): ObjectTable {
    return this.#entry(kind).table;
  }

  schema(kind: KindInfo, version: string): KindSchema | undefined {
    return this.#entry(kind).schemas.get(version);
  }

  /** A new kind, or one that changed; its objects stay. */
  register(kind: KindInfo) {
    const existing = this.#byPlural.get(kindKey(kind));
    const entry: Entry = {
      kind,
      table: existing?.table ?? new ObjectTable(),
      schemas: new Map(
        kind.versions.flatMap(({ name, schema }) =>
          schema ? [[name, kindSchema(schema)]] : [],
        ),
      ),
    };
    if (existing) {
      this.#byKind.delete(
        kindKey({ group: kind.group, plural: existing.kind.kind }),
      );
    }
    this.#byPlural.set(kindKey(kind), entry);
    this.#byKind.set(kindKey({ group: kind.group, plural: kind.kind }), entry);
    if (existing) reshape(entry);
  }

  remove(kind: KindInfo) {
    this.#byPlural.delete(kindKey(kind));
    this.#byKind.delete(kindKey({ group: kind.group, plural: kind.kind }));
  }

  #entry(kind: KindInfo): Entry {
    const entry = this.#byPlural.get(kindKey(kind));
    if (!entry) throw new Error(`No kind ${kindKey(kind)} is registered`);
    return entry;
  }
}

/**
 * An API server applies a new schema when it reads: defaults appear and
 * unknown fields vanish without a new resourceVersion and without an event.
 */
function reshape({ kind, table, schemas }: Entry) {
  const schema = schemas.get(kind.version);
  const apiVersion = apiVersionOf(kind.group, kind.version);
  if (!schema) return;
  for (const object of table.all()) {
    const shaped = schema.shape(object);
    if (shaped !== object || object.apiVersion !== apiVersion) {
      table.set(frozenCopy<KubeObject>({ ...shaped, apiVersion }));
    }
  }
}
