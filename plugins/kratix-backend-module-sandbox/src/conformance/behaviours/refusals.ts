import type { KubeStatusCause } from '@kratix-portal/backstage-plugin-kratix-common';

/** What is wrong, the spec that has it, and what a server says of it. @internal */
export type Refusal = [
  what: string,
  spec: object,
  ...causes: KubeStatusCause[],
];

/** @internal */
export const refusals: Refusal[] = [
  [
    'a missing field',
    {},
    {
      field: 'spec.owner',
      reason: 'FieldValueRequired',
      message: 'Required value',
    },
  ],
  [
    'a value outside the enum',
    { owner: 'team-a', size: 'huge' },
    {
      field: 'spec.size',
      reason: 'FieldValueNotSupported',
      message: 'Unsupported value: "huge": supported values: "small", "large"',
    },
  ],
  [
    'a number for a text',
    { owner: 7 },
    {
      field: 'spec.owner',
      reason: 'FieldValueTypeInvalid',
      message:
        'Invalid value: "integer": spec.owner in body must be of type string: "integer"',
    },
  ],
  [
    'a text for a number',
    { owner: 'team-a', replicas: 'many' },
    {
      field: 'spec.replicas',
      reason: 'FieldValueTypeInvalid',
      message:
        'Invalid value: "string": spec.replicas in body must be of type integer: "string"',
    },
  ],
  [
    'a fraction for a whole number',
    { owner: 'team-a', replicas: 1.5 },
    {
      field: 'spec.replicas',
      reason: 'FieldValueTypeInvalid',
      message:
        'Invalid value: "number": spec.replicas in body must be of type integer: "number"',
    },
  ],
  [
    'a list for an object',
    { owner: 'team-a', settings: ['a'] },
    {
      field: 'spec.settings',
      reason: 'FieldValueTypeInvalid',
      message:
        'Invalid value: "array": spec.settings in body must be of type object: "array"',
    },
  ],
  [
    'a number too large',
    { owner: 'team-a', replicas: 9 },
    {
      field: 'spec.replicas',
      reason: 'FieldValueInvalid',
      message:
        'Invalid value: 9: spec.replicas in body should be less than or equal to 5',
    },
  ],
  [
    'a number too small',
    { owner: 'team-a', replicas: 0 },
    {
      field: 'spec.replicas',
      reason: 'FieldValueInvalid',
      message:
        'Invalid value: 0: spec.replicas in body should be greater than or equal to 1',
    },
  ],
  [
    'a text too short',
    { owner: 'x' },
    {
      field: 'spec.owner',
      reason: 'FieldValueInvalid',
      message:
        'Invalid value: "x": spec.owner in body should be at least 3 chars long',
    },
  ],
  [
    'a text too long',
    { owner: 'team-a', code: 'abcdefghij' },
    {
      field: 'spec.code',
      reason: 'FieldValueTooLong',
      message: 'Too long: may not be more than 8 bytes',
    },
  ],
  [
    'a text that does not match',
    { owner: 'team-a', code: 'ABC' },
    {
      field: 'spec.code',
      reason: 'FieldValueInvalid',
      message:
        'Invalid value: "ABC": spec.code in body should match \'^[a-z]+$\'',
    },
  ],
  [
    'a date that is none',
    { owner: 'team-a', day: 'tomorrow' },
    {
      field: 'spec.day',
      reason: 'FieldValueTypeInvalid',
      message:
        'Invalid value: "tomorrow": spec.day in body must be of type date: "tomorrow"',
    },
  ],
  [
    'a list too long',
    { owner: 'team-a', tags: ['a', 'b', 'c'] },
    {
      field: 'spec.tags',
      reason: 'FieldValueTooMany',
      message: 'Too many: 3: must have at most 2 items',
    },
  ],
  [
    'the same item twice in a set',
    { owner: 'team-a', tags: ['a', 'a'] },
    {
      field: 'spec.tags[1]',
      reason: 'FieldValueDuplicate',
      message: 'Duplicate value: "a"',
    },
  ],
  [
    'the same key twice in a map',
    { owner: 'team-a', parts: [{ name: 'a' }, { name: 'a' }] },
    {
      field: 'spec.parts[1]',
      reason: 'FieldValueDuplicate',
      message: 'Duplicate value: {"name":"a"}',
    },
  ],
  [
    'a field missing in an item',
    { owner: 'team-a', parts: [{ weight: 2 }] },
    {
      field: 'spec.parts[0].name',
      reason: 'FieldValueRequired',
      message: 'Required value',
    },
  ],
  [
    'what a rule forbids',
    { owner: 'team-a', size: 'large', replicas: 1 },
    {
      field: 'spec',
      reason: 'FieldValueInvalid',
      message:
        'Invalid value: "object": a large widget needs at least 3 replicas',
    },
  ],
];
