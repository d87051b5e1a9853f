import { definition, readyPath } from './definition';
import {
  conditions,
  fields,
  flag,
  oneOf,
  secretReference,
  text,
  whole,
} from './fields';

const storeStatus = fields(
  {
    conditions,
    status: text('Ready or NotReady.'),
    observedGeneration: whole('The generation last checked.'),
  },
  { required: ['status'] },
);

/** Where work goes: targets and the stores their agents read. @internal */
export const destinationDefinitions = () => [
  definition({
    kind: 'Destination',
    plural: 'destinations',
    shortNames: ['dest', 'dests'],
    scope: 'Cluster',
    columns: [
      ['StateStoreKind', '.spec.stateStoreRef.kind'],
      ['StateStoreName', '.spec.stateStoreRef.name'],
      ['Ready', readyPath('status')],
    ],
    properties: {
      spec: fields(
        {
          path: text('The folder in the state store.'),
          stateStoreRef: fields(
            {
              kind: oneOf('Kind of state store.', [
                'BucketStateStore',
                'GitStateStore',
              ]),
              name: text('Name of the state store.'),
            },
            { required: ['kind', 'name'] },
          ),
          strictMatchLabels: flag(
            'Take only work that asks for all labels of this Destination.',
          ),
          cleanup: oneOf(
            'What happens to files when it is deleted.',
            ['none', 'all'],
            { default: 'none' },
          ),
          filepath: fields(
            {
              mode: oneOf(
                'How files are laid out.',
                ['nestedByMetadata', 'aggregatedYAML', 'none'],
                {
                  'x-kubernetes-validations': [
                    {
                      rule: 'self == oldSelf',
                      message: 'filepath.mode is immutable',
                    },
                  ],
                },
              ),
              filename: text('The one file of aggregatedYAML.'),
            },
            { default: { mode: 'nestedByMetadata' } },
          ),
          initWorkloads: fields(
            { enabled: flag('Write canary files.', { default: true }) },
            { default: {} },
          ),
        },
        { required: ['path'] },
      ),
      status: fields({ conditions }),
    },
  }),
  definition({
    kind: 'BucketStateStore',
    plural: 'bucketstatestores',
    scope: 'Cluster',
    columns: [
      ['Name', '.spec.bucketName'],
      ['Endpoint', '.spec.endpoint'],
      ['Ready', readyPath('status')],
    ],
    properties: {
      spec: fields(
        {
          bucketName: text('Name of the bucket.'),
          endpoint: text('Host and port, without a scheme.'),
          path: text('Folder in the bucket.'),
          insecure: flag('Plain HTTP.'),
          useDualStack: flag('IPv6 as well.'),
          authMethod: oneOf('How to sign in.', ['accessKey', 'IAM'], {
            default: 'accessKey',
          }),
          secretRef: secretReference,
        },
        { required: ['bucketName', 'endpoint'] },
      ),
      status: storeStatus,
    },
  }),
  definition({
    kind: 'GitStateStore',
    plural: 'gitstatestores',
    scope: 'Cluster',
    columns: [
      ['URL', '.spec.url'],
      ['Branch', '.spec.branch'],
      ['Ready', readyPath('status')],
    ],
    properties: {
      spec: fields({
        url: text('The repository.'),
        branch: text('The branch.', { default: 'main' }),
        path: text('Folder in the repository.'),
        authMethod: oneOf(
          'How to sign in.',
          ['basicAuth', 'ssh', 'githubApp'],
          { default: 'basicAuth' },
        ),
        gitAuthor: fields(
          {
            name: text('Name in commits.'),
            email: text('Address in commits.'),
          },
          { default: { name: 'kratix' } },
        ),
        secretRef: secretReference,
      }),
      status: storeStatus,
    },
  }),
];
