import {
  apiVersionOf,
  type KindInfo,
  type OpenApiSchema,
  type Store,
} from '../store';

const metadata: OpenApiSchema = {
  type: 'object',
  description: "Standard object's metadata.",
  'x-kubernetes-preserve-unknown-fields': true,
};

const anything: OpenApiSchema = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
};

/** `org.example.demo.v1.Database`, as a real server names schemas. */
function schemaName({ group, kind }: KindInfo, version: string): string {
  const reversed = group ? group.split('.').reverse() : ['io', 'k8s', 'api'];
  return [...reversed, version, kind].join('.');
}

// What kubectl looks for before it leaves validation to the server.
const fieldValidation = {
  name: 'fieldValidation',
  in: 'query',
  schema: { type: 'string' },
};

function operation(kind: KindInfo, version: string, action: string) {
  return {
    operationId: `${action}${kind.kind}`,
    parameters: [fieldValidation],
    responses: { 200: { description: 'OK' } },
    'x-kubernetes-action': action,
    'x-kubernetes-group-version-kind': {
      group: kind.group,
      version,
      kind: kind.kind,
    },
  };
}

function pathsOf(kind: KindInfo, version: string) {
  const root = kind.group
    ? `/apis/${kind.group}/${version}`
    : `/api/${version}`;
  const many = kind.namespaced
    ? `${root}/namespaces/{namespace}/${kind.plural}`
    : `${root}/${kind.plural}`;
  return {
    [many]: {
      get: operation(kind, version, 'list'),
      post: operation(kind, version, 'post'),
    },
    [`${many}/{name}`]: {
      get: operation(kind, version, 'get'),
      put: operation(kind, version, 'put'),
      patch: operation(kind, version, 'patch'),
      delete: operation(kind, version, 'delete'),
    },
  };
}

function schemaOf(kind: KindInfo, version: string): OpenApiSchema {
  const of = kind.versions.find(({ name }) => name === version);
  const schema = of?.schema ?? anything;
  return {
    ...schema,
    properties: {
      ...schema.properties,
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata,
    },
    'x-kubernetes-group-version-kind': [
      { group: kind.group, version, kind: kind.kind },
    ],
  };
}

function kindsOf(store: Store, group: string, version: string) {
  return store
    .kinds()
    .filter(
      kind =>
        kind.group === group &&
        kind.versions.some(({ name, served }) => served && name === version),
    );
}

const info = { title: 'Kubernetes', version: 'v1.34.0' };

/** `/openapi/v3`: where the document of each group and version is. @internal */
export function openApiIndex(groupVersions: string[]) {
  return {
    paths: Object.fromEntries(
      groupVersions.map(one => {
        const path = one.includes('/') ? `apis/${one}` : `api/${one}`;
        return [path, { serverRelativeURL: `/openapi/v3/${path}` }];
      }),
    ),
  };
}

/** The OpenAPI 3 document of one group and version. @internal */
export function openApiDocument(store: Store, group: string, version: string) {
  const kinds = kindsOf(store, group, version);
  return {
    openapi: '3.0.0',
    info,
    paths: Object.assign({}, ...kinds.map(kind => pathsOf(kind, version))),
    components: {
      schemas: Object.fromEntries(
        kinds.map(kind => [schemaName(kind, version), schemaOf(kind, version)]),
      ),
    },
  };
}

/** `/openapi/v2`, for clients that know nothing newer. @internal */
export function openApiV2(store: Store) {
  const all = store
    .kinds()
    .flatMap(kind =>
      kind.versions
        .filter(({ served }) => served)
        .map(({ name }) => ({ kind, version: name })),
    );
  return {
    swagger: '2.0',
    info,
    paths: Object.assign(
      {},
      ...all.map(({ kind, version }) => pathsOf(kind, version)),
    ),
    definitions: Object.fromEntries(
      all.map(({ kind, version }) => [
        schemaName(kind, version),
        {
          type: 'object',
          'x-kubernetes-group-version-kind': [
            {
              group: kind.group,
              version: apiVersionOf('', version),
              kind: kind.kind,
            },
          ],
        },
      ]),
    ),
  };
}
