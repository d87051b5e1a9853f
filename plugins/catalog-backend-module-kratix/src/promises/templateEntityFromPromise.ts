import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import {
  annotationOf,
  inert,
  type KubeObject,
  type OfferedApi,
  promiseEntityName,
  type RequestForm,
  templateSchemaOf,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { entityMetadata, type EntityOptions } from '../catalog';
import { promiseAnnotations } from './promiseAnnotations';
import { promiseWords } from './promiseWords';

/**
 * The Template by which people request from a Promise in the stock scaffolder.
 * What is the Promise's own travels under the one key `values`, so that no
 * field of it can collide with the portal's.
 *
 * @returns nothing where the Promise names a Template of its own
 * @internal
 */
export function templateEntityFromPromise(
  promise: KubeObject,
  { api, form }: { api: OfferedApi; form: RequestForm },
  options: EntityOptions,
): Entity | undefined {
  const { platform, annotationPrefix } = options;
  const { name } = promise.metadata;
  if (annotationOf(promise, `${annotationPrefix}template-ref`)) {
    return undefined;
  }
  const words = promiseWords(promise, options, 'template');
  const title = inert(words.title);
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: entityMetadata(options, {
      name: promiseEntityName(platform.id, name),
      title,
      description: words.description && inert(words.description),
      tags: words.tags,
      location: `promises/${name}`,
      page: `promises/${platform.id}/${name}`,
      annotations: promiseAnnotations(promise, api),
    }),
    spec: {
      type: 'kratix-promise',
      lifecycle: words.lifecycle,
      owner: words.owner,
      parameters: [
        whoAndWhere(options),
        {
          title,
          properties: { values: valuesOf(form) },
        },
      ],
      steps: stepsFor(platform.id, name),
      output: {
        links: [
          {
            title: 'Open in Kratix',
            url: '${{ steps.create.output.url }}',
          },
          {
            title: 'Open in the catalog',
            icon: 'catalog',
            entityRef: '${{ steps.create.output.entityRef }}',
          },
        ],
      },
    },
  };
}

function whoAndWhere({ platform }: EntityOptions) {
  return {
    title: 'Who and where',
    required: ['name', 'owner'],
    properties: {
      name: {
        type: 'string',
        title: 'Name',
        description:
          'Lowercase letters, digits and dashes, at most 63. Fixed after creation.',
        minLength: 1,
        maxLength: 63,
        pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
        'ui:autofocus': true,
      },
      owner: {
        type: 'string',
        title: 'Team',
        description: 'Owns the request and says in which namespace it lives.',
        // People request for their own teams alone; a single one is chosen.
        'ui:field': 'MyGroupsPicker',
      },
      platform: {
        type: 'string',
        title: 'Platform',
        enum: [platform.id],
        default: platform.id,
        'ui:enumNames': [inert(platform.title)],
        'ui:disabled': true,
      },
      service: {
        type: 'string',
        title: 'For service',
        description: 'The component that will use it, if there is one.',
        'ui:field': 'EntityPicker',
        'ui:options': {
          catalogFilter: { kind: 'Component' },
          allowArbitraryValues: false,
        },
      },
    },
  };
}

function valuesOf(form: RequestForm): JsonObject {
  const schema = templateSchemaOf(form);
  // Without a title of its own it would be called by its key.
  if (form.kind === 'form') return { ...schema, title: '' };
  return {
    ...schema,
    title: 'Fields',
    description: 'As YAML, beginning with `spec:`.',
  };
}

function stepsFor(platform: string, promise: string) {
  return [
    {
      id: 'create',
      name: 'Send the request',
      action: 'kratix:request:create',
      input: {
        platform,
        promise,
        name: '${{ parameters.name }}',
        owner: '${{ parameters.owner }}',
        service: '${{ parameters.service }}',
        values: '${{ parameters.values }}',
      },
    },
    {
      id: 'wait',
      name: 'Wait until it is ready',
      action: 'kratix:request:wait',
      input: { ref: '${{ steps.create.output.ref }}' },
    },
  ];
}
