import type { OpenApiSchema } from '../store';
import { definition } from './definition';
import {
  anything,
  conditions,
  conditionsByType,
  fields,
  flag,
  listOf,
  moment,
  secretReference,
  text,
  texts,
  whole,
} from './fields';

// Pipelines are checked by Kratix's webhook, not by the schema.
const pipelines = listOf(
  { type: 'object' },
  { 'x-kubernetes-preserve-unknown-fields': true },
);

const workflows = () => fields({ configure: pipelines, delete: pipelines });

const promiseSpec: OpenApiSchema = fields({
  api: anything('The CRD of the API that this Promise offers, if any.', {
    'x-kubernetes-embedded-resource': true,
  }),
  dependencies: listOf(anything('A manifest for every matching Destination.')),
  destinationSelectors: listOf(
    fields({ matchLabels: texts('Labels that a Destination must have.') }),
  ),
  requiredPromises: listOf(
    fields({
      name: text('Name of a Promise that must be there.'),
      version: text('Its version; any where absent.'),
    }),
  ),
  workflows: fields({
    config: fields({
      pipelineNamespace: text('Namespace that all pipelines run in.'),
      reconciliationInterval: text('How often workflows run anew.'),
    }),
    promise: workflows(),
    resource: workflows(),
  }),
});

const promiseName = fields(
  { name: text('Name of the Promise.') },
  { required: ['name'] },
);

const resourceReference = (description: string) =>
  fields(
    {
      name: text('Name of the request.'),
      namespace: text('Namespace of the request.'),
      generation: whole('Not used by Kratix.', {}),
    },
    { description, required: ['name', 'namespace'] },
  );

const availability = {
  status: text('Available or Unavailable.'),
  kind: text('Kind of the API.'),
  apiVersion: text('Group and version of the API.'),
  version: text('Version of the Promise.'),
  lastAvailableTime: moment('When it last became available.'),
};

const pipelineStates = listOf(
  fields({
    name: text('Name of the pipeline.'),
    phase: text('Pending, Running, Succeeded, Failed or Suspended.'),
    message: text('What the pipeline says of its phase.'),
    nextRetryAt: text('When a suspended pipeline is run again.'),
    attempts: whole('How often it was retried.'),
    lastTransitionTime: moment('When the phase last changed.'),
  }),
);

const promiseStatus = fields(
  {
    ...availability,
    conditions,
    message: text('What the Promise’s workflow says.'),
    observedGeneration: whole('The generation last seen to.'),
    workflows: whole('How many pipelines there are.'),
    workflowsSucceeded: whole('How many of them are done.'),
    workflowsFailed: whole('How many of them failed.'),
    requiredPromises: listOf(
      fields({
        name: text('Name of the required Promise.'),
        version: text('The version that is required.'),
        state: text('Whether it is there.'),
      }),
    ),
    requiredBy: listOf(
      fields({
        promise: fields({
          name: text('Name of a Promise that requires this one.'),
          version: text('Its version.'),
        }),
        requiredVersion: text('The version that it requires.'),
      }),
    ),
    kratix: fields({
      ...availability,
      workflows: fields({
        pipelines: pipelineStates,
        suspendedGeneration: whole('The generation that was suspended.'),
      }),
    }),
  },
  { required: ['workflows', 'workflowsFailed', 'workflowsSucceeded'] },
);

/** What is offered, which versions of it there are, and who uses which. @internal */
export const promiseDefinitions = () => [
  definition({
    kind: 'Promise',
    plural: 'promises',
    scope: 'Cluster',
    columns: [
      ['Status', '.status.status'],
      ['Kind', '.status.kind'],
      ['API Version', '.status.apiVersion'],
      ['Version', '.status.version'],
      ['Message', '.status.message'],
    ],
    properties: { spec: promiseSpec, status: promiseStatus },
  }),
  definition({
    kind: 'PromiseRelease',
    plural: 'promisereleases',
    scope: 'Cluster',
    columns: [
      ['Status', '.status.status'],
      ['Version', '.spec.version'],
    ],
    properties: {
      spec: fields(
        {
          version: text('The version that is wanted.'),
          sourceRef: fields(
            {
              type: text('How it is fetched.', { enum: ['http'] }),
              url: text('Where the Promise is.'),
              secretRef: secretReference,
            },
            { required: ['type'], default: { type: 'http' } },
          ),
        },
        { required: ['sourceRef'] },
      ),
      status: fields({
        conditions,
        status: text('Installed or Error installing.'),
      }),
    },
  }),
  definition({
    kind: 'PromiseRevision',
    plural: 'promiserevisions',
    scope: 'Cluster',
    required: ['spec'],
    columns: [
      ['Promise', '.spec.promiseRef.name'],
      ['Version', '.spec.version'],
      ['Latest', '.status.latest', 'boolean'],
    ],
    properties: {
      spec: fields(
        {
          promiseRef: promiseName,
          version: text('The version that this is a snapshot of.'),
          promiseSpec,
        },
        { required: ['promiseRef', 'promiseSpec', 'version'] },
      ),
      status: fields({
        conditions: conditionsByType,
        latest: flag('Whether floating requests run this one.'),
      }),
    },
  }),
  definition({
    kind: 'ResourceBinding',
    plural: 'resourcebindings',
    scope: 'Namespaced',
    required: ['spec'],
    selectableFields: ['.spec.version'],
    columns: [
      ['Resource', '.spec.resourceRef.name'],
      ['Promise', '.spec.promiseRef.name'],
      ['Desired', '.spec.version'],
      ['Applied', '.status.lastAppliedVersion'],
    ],
    properties: {
      spec: fields(
        {
          promiseRef: promiseName,
          resourceRef: resourceReference('The request that is bound.'),
          version: text('latest, or the version it is pinned to.'),
        },
        { required: ['promiseRef', 'resourceRef', 'version'] },
      ),
      status: fields({
        conditions: conditionsByType,
        lastAppliedVersion: text('The version that last ran through.'),
        failedVersion: text('The version that last failed.'),
      }),
    },
  }),
];
