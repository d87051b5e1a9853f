import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';

/** The group of all that conformance makes. @internal */
export const widgetGroup = 'conformance.example.org';

const spec = {
  type: 'object',
  required: ['owner'],
  properties: {
    owner: { type: 'string', minLength: 3 },
    size: { type: 'string', enum: ['small', 'large'], default: 'small' },
    replicas: { type: 'integer', minimum: 1, maximum: 5 },
    code: { type: 'string', pattern: '^[a-z]+$', maxLength: 8 },
    colour: { type: 'string', pattern: '^#[0-9a-f]+$' },
    day: { type: 'string', format: 'date' },
    at: { type: 'string', format: 'date-time' },
    port: { 'x-kubernetes-int-or-string': true },
    nothing: { type: 'string', nullable: true },
    tags: {
      type: 'array',
      maxItems: 2,
      items: { type: 'string' },
      'x-kubernetes-list-type': 'set',
    },
    parts: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          weight: { type: 'integer', default: 1 },
        },
      },
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
    },
    settings: { type: 'object', additionalProperties: { type: 'string' } },
    free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
    embedded: {
      type: 'object',
      'x-kubernetes-embedded-resource': true,
      'x-kubernetes-preserve-unknown-fields': true,
    },
    nested: {
      type: 'object',
      default: {},
      properties: { enabled: { type: 'boolean', default: true } },
    },
    fixed: {
      type: 'string',
      'x-kubernetes-validations': [
        { rule: 'self == oldSelf', message: 'fixed is immutable' },
      ],
    },
    choice: {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' } },
      oneOf: [{ required: ['a'] }, { required: ['b'] }],
    },
  },
  'x-kubernetes-validations': [
    {
      rule: "self.size != 'large' || !has(self.replicas) || self.replicas >= 3",
      message: 'a large widget needs at least 3 replicas',
    },
  ],
};

// Versions whose schemas are all the same are another thing to a server, and
// may have no selectable fields.
const schema = (description: string) => ({
  openAPIV3Schema: {
    type: 'object',
    description,
    properties: {
      spec,
      status: {
        type: 'object',
        'x-kubernetes-preserve-unknown-fields': true,
        properties: { message: { type: 'string' } },
      },
    },
  },
});

/** A kind with one of everything that Promise authors put in schemas. @internal */
export const widgetDefinition: KubeObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `widgets.${widgetGroup}` },
  spec: {
    group: widgetGroup,
    scope: 'Namespaced',
    names: { plural: 'widgets', kind: 'Widget', shortNames: ['wi'] },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: schema('A widget.'),
        subresources: { status: {} },
        selectableFields: [{ jsonPath: '.spec.size' }],
        additionalPrinterColumns: [
          { name: 'Size', type: 'string', jsonPath: '.spec.size' },
          {
            name: 'Ready',
            type: 'string',
            jsonPath: '.status.conditions[?(@.type=="Ready")].status',
          },
          {
            name: 'Age',
            type: 'date',
            jsonPath: '.metadata.creationTimestamp',
          },
        ],
      },
      {
        name: 'v1beta1',
        served: true,
        storage: false,
        schema: schema('An early widget.'),
        subresources: { status: {} },
      },
      {
        name: 'v1alpha1',
        served: false,
        storage: false,
        schema: schema('A first widget.'),
      },
    ],
  },
};
