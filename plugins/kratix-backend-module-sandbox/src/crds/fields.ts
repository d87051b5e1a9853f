import type { OpenApiSchema } from '../store';

type Fields = Record<string, OpenApiSchema>;

/** A text. @internal */
export const text = (
  description: string,
  more: OpenApiSchema = {},
): OpenApiSchema => ({ type: 'string', description, ...more });

/** One of some texts. @internal */
export const oneOf = (
  description: string,
  values: string[],
  more: OpenApiSchema = {},
): OpenApiSchema => text(description, { enum: values, ...more });

/** A whole number. @internal */
export const whole = (
  description: string,
  more: OpenApiSchema = { format: 'int64' },
): OpenApiSchema => ({ type: 'integer', description, ...more });

/** Yes or no. @internal */
export const flag = (
  description: string,
  more: OpenApiSchema = {},
): OpenApiSchema => ({ type: 'boolean', description, ...more });

/** A moment, RFC 3339. @internal */
export const moment = (description: string): OpenApiSchema =>
  text(description, { format: 'date-time' });

/** An object with these fields. @internal */
export const fields = (
  properties: Fields,
  more: OpenApiSchema = {},
): OpenApiSchema => ({ type: 'object', properties, ...more });

/** A list. @internal */
export const listOf = (
  items: OpenApiSchema,
  more: OpenApiSchema = {},
): OpenApiSchema => ({ type: 'array', items, ...more });

/** Texts by key. @internal */
export const texts = (description: string): OpenApiSchema => ({
  type: 'object',
  description,
  additionalProperties: { type: 'string' },
});

/** An object of any shape. @internal */
export const anything = (
  description: string,
  more: OpenApiSchema = {},
): OpenApiSchema => ({
  type: 'object',
  description,
  'x-kubernetes-preserve-unknown-fields': true,
  ...more,
});

/** The name of something, and the namespace it is in. @internal */
export const secretReference = fields(
  {
    name: text('Name of the Secret.'),
    namespace: text('Namespace of the Secret.'),
  },
  {
    description: 'The Secret that holds the credentials.',
    'x-kubernetes-map-type': 'atomic',
  },
);

const condition = fields(
  {
    type: text('What the condition is about.', {
      maxLength: 316,
      pattern:
        '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$',
    }),
    status: oneOf('Whether it holds.', ['True', 'False', 'Unknown']),
    reason: text('Why, in one word.', {
      maxLength: 1024,
      minLength: 1,
      pattern: '^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$',
    }),
    message: text('Why, in a sentence.', { maxLength: 32768 }),
    lastTransitionTime: moment('When the status last changed.'),
    observedGeneration: whole('Not used by Kratix.', {
      format: 'int64',
      minimum: 0,
    }),
  },
  { required: ['lastTransitionTime', 'message', 'reason', 'status', 'type'] },
);

/** `status.conditions`. @internal */
export const conditions = listOf(condition, {
  description: 'What is known about the state, by type.',
});

/** `status.conditions` where types are keys. @internal */
export const conditionsByType: OpenApiSchema = {
  ...conditions,
  'x-kubernetes-list-type': 'map',
  'x-kubernetes-list-map-keys': ['type'],
};
