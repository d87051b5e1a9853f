import { definition, readyPath } from './definition';
import {
  anything,
  conditions,
  fields,
  listOf,
  moment,
  oneOf,
  text,
  texts,
  whole,
} from './fields';

const workloads = listOf(
  fields({
    filepath: text('Where the file goes.'),
    content: text('The file, gzipped, in base64.'),
  }),
);

/** What pipelines wrote, where it goes, and how it does there. @internal */
export const workDefinitions = () => [
  definition({
    kind: 'Work',
    plural: 'works',
    scope: 'Namespaced',
    columns: [['STATUS', readyPath('message')]],
    properties: {
      spec: fields({
        promiseName: text('The Promise that it is of.'),
        resourceName: text('The request that it is of, if any.'),
        lastExecutionTimestamp: moment('When it was last written.'),
        workloadGroups: listOf(
          fields({
            id: text('Hash of the directory.'),
            directory: text('Folder of the output; . is the root.'),
            destinationSelectors: listOf(
              fields({
                matchLabels: texts('Labels that a Destination must have.'),
                source: text('Who asked for them.'),
              }),
            ),
            workloads,
          }),
        ),
      }),
      status: fields({
        conditions,
        workPlacements: whole('How many groups there are.', {}),
        workPlacementsCreated: whole('How many of them are scheduled.', {}),
      }),
    },
  }),
  definition({
    kind: 'WorkPlacement',
    plural: 'workplacements',
    shortNames: ['wp', 'wps'],
    scope: 'Namespaced',
    columns: [
      ['DESTINATION', '.spec.targetDestinationName'],
      ['STATUS', readyPath('message')],
    ],
    properties: {
      spec: fields({
        id: text('The workload group that it is of.'),
        promiseName: text('The Promise that it is of.'),
        resourceName: text('The request that it is of, if any.'),
        targetDestinationName: text('Where it is written.'),
        generation: whole('Generation of the Work it was made from.'),
        workloads,
      }),
      status: fields({
        conditions,
        versionID: text('The commit it was written with.'),
      }),
    },
  }),
  definition({
    kind: 'HealthRecord',
    plural: 'healthrecords',
    scope: 'Namespaced',
    hasStatus: false,
    columns: [
      ['Status', '.data.state'],
      ['Age', '.metadata.creationTimestamp', 'date'],
    ],
    properties: {
      data: fields(
        {
          promiseRef: fields(
            { name: text('Name of the Promise.') },
            { required: ['name'] },
          ),
          resourceRef: fields(
            {
              name: text('Name of the request.'),
              namespace: text('Namespace of the request.'),
              generation: whole('Generation that was checked.', {}),
            },
            { required: ['name', 'namespace'] },
          ),
          state: oneOf(
            'How the instance is.',
            ['unknown', 'ready', 'unhealthy', 'healthy', 'degraded'],
            { default: 'unknown' },
          ),
          lastRun: whole('When it was checked, in Unix seconds.'),
          details: anything('Whatever the check has to say.'),
        },
        { required: ['promiseRef', 'state'] },
      ),
    },
  }),
  definition({
    kind: 'DryRun',
    plural: 'dryruns',
    scope: 'Namespaced',
    properties: {
      spec: fields(
        {
          promiseRef: fields(
            { name: text('Name of the Promise.') },
            { required: ['name'] },
          ),
          resourceRequestRef: fields(
            {
              name: text('Name of the request.'),
              namespace: text('Namespace of the request.'),
            },
            { required: ['name'] },
          ),
          resource: anything('The spec that is tried out.'),
        },
        { required: ['promiseRef', 'resource', 'resourceRequestRef'] },
      ),
      status: fields({
        conditions,
        components: listOf(
          fields(
            {
              promise: text('Promise of the component.'),
              request: text('Name of the component.'),
              namespace: text('Namespace of the component.'),
              dryRun: text('The DryRun of the component.'),
              phase: text('Pending, Succeeded or Failed.'),
              message: text('What it says.'),
            },
            { required: ['dryRun', 'phase', 'promise', 'request'] },
          ),
        ),
      }),
    },
  }),
];
