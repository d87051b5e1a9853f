import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { groupOf } from '../store';
import {
  kratixApiVersion,
  type Container,
  type Pipeline,
} from '../simulator/kratixObjects';
import { label } from '../simulator/labels';
import { generatedName, systemNamespace } from '../simulator/names';

/** One pipeline of a workflow of a Promise or a request. @internal */
export interface PipelineSubject {
  type: 'promise' | 'resource';
  action: 'configure' | 'delete';
  promise: string;
  /** The Promise or the request. */
  object: KubeObject;
  plural: string;
  hash: string;
  /** Where the Job runs. */
  namespace: string;
  /** Set where pipelines run in a namespace of the Promise's choice. */
  pipelineNamespace?: string;
}

/** The labels by which Kratix finds the Jobs of a workflow again. @internal */
export function jobLabels(subject: PipelineSubject): Record<string, string> {
  const { type, action, promise, object, pipelineNamespace } = subject;
  const { name, namespace } = object.metadata;
  return {
    [label.managedBy]: 'Kratix',
    [label.promiseName]: promise,
    [label.workflowType]: type,
    [label.workflowAction]: action,
    ...(type === 'resource' && { [label.resourceName]: name }),
    ...(type === 'resource' &&
      pipelineNamespace && { [label.resourceNamespace]: namespace ?? '' }),
  };
}

const adapterImage = 'ghcr.io/syntasso/kratix-pipeline-adapter:sandbox';
const small = {
  limits: { cpu: '200m', 'ephemeral-storage': '256Mi', memory: '256Mi' },
  requests: { cpu: '100m', 'ephemeral-storage': '128Mi', memory: '128Mi' },
};
const locked = {
  capabilities: { drop: ['ALL'] },
  privileged: false,
  runAsNonRoot: true,
  allowPrivilegeEscalation: false,
  seccompProfile: { type: 'RuntimeDefault' },
};
const mount = (name: string, mountPath: string, readOnly?: true) => ({
  name,
  ...(readOnly && { readOnly }),
  mountPath,
});

/** The Job that Kratix makes of a pipeline. Pure. @internal */
export function pipelineJob(
  subject: PipelineSubject,
  pipeline: Pipeline,
  options: { isLast: boolean; suffix: string },
): KubeObject {
  const { promise, object, type, action, namespace } = subject;
  const { name } = pipeline.metadata;
  const isRequest = type === 'resource';
  const account =
    pipeline.spec?.rbac?.serviceAccount ??
    [promise, type, action, name].join('-');
  const labels = {
    ...pipeline.metadata.labels,
    ...jobLabels(subject),
    [label.hash]: subject.hash,
    [label.pipelineName]: name,
  };
  const jobName = generatedName(
    [
      'kratix',
      promise,
      isRequest ? object.metadata.name : undefined,
      isRequest && subject.pipelineNamespace
        ? object.metadata.namespace
        : undefined,
      name,
    ],
    options.suffix,
  );
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: jobName,
      namespace,
      labels,
      annotations: {
        'kratix.io/job-resource-api-version': object.apiVersion ?? '',
        'kratix.io/job-resource-kind': object.kind ?? '',
        'kratix.io/job-resource-name': object.metadata.name,
        'kratix.io/job-resource-namespace': object.metadata.namespace ?? '',
      },
      ...(ownerOf(subject) && { ownerReferences: ownerOf(subject) }),
    },
    spec: {
      parallelism: 1,
      completions: 1,
      backoffLimit: pipeline.spec?.jobOptions?.backoffLimit ?? 6,
      manualSelector: false,
      completionMode: 'NonIndexed',
      suspend: false,
      podReplacementPolicy: 'TerminatingOrFailed',
      template: {
        metadata: {
          labels: {
            ...labels,
            'batch.kubernetes.io/job-name': jobName,
            'job-name': jobName,
          },
          ...(pipeline.metadata.annotations && {
            annotations: pipeline.metadata.annotations,
          }),
        },
        spec: {
          ...podContainers(subject, pipeline, options.isLast),
          restartPolicy: 'OnFailure',
          terminationGracePeriodSeconds: 30,
          dnsPolicy: 'ClusterFirst',
          serviceAccountName: account,
          serviceAccount: account,
          securityContext: {},
          schedulerName: 'default-scheduler',
        },
      },
    },
    status: {},
  };
}

/** A request owns its Jobs only where they run in its own namespace. */
function ownerOf({ object, type, namespace }: PipelineSubject) {
  const { name, uid = '', namespace: own } = object.metadata;
  const owner = {
    apiVersion: object.apiVersion ?? '',
    kind: object.kind ?? '',
    name,
    uid,
  };
  if (type === 'promise') {
    return [{ ...owner, controller: true, blockOwnerDeletion: true }];
  }
  return own === namespace ? [owner] : undefined;
}

function podContainers(
  subject: PipelineSubject,
  pipeline: Pipeline,
  isLast: boolean,
) {
  const { action, promise, type, object } = subject;
  const configure = action === 'configure';
  const env = environment(subject, pipeline.metadata.name);
  const adapter = (name: string, args: string[]) => ({
    name,
    image: adapterImage,
    command: ['/bin/pipeline-adapter'],
    args,
    resources: small,
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: 'IfNotPresent',
    securityContext: locked,
  });
  const authored = (container: Container) => ({
    ...container,
    env: [...env, ...(container.env ?? [])],
    resources: container.resources ?? small,
    volumeMounts: [
      mount('shared-input', '/kratix/input', true),
      mount('shared-output', '/kratix/output'),
      mount('shared-metadata', '/kratix/metadata'),
    ],
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: 'IfNotPresent',
  });
  const reader = {
    ...adapter('reader', ['reader']),
    env,
    volumeMounts: [
      mount('shared-input', '/kratix/input'),
      mount('shared-output', '/kratix/output'),
    ],
  };
  const writer = {
    ...adapter('work-writer', [
      'work-creator',
      '--input-directory',
      '/work-creator-files',
      '--promise-name',
      promise,
      '--pipeline-name',
      pipeline.metadata.name,
      '--namespace',
      subject.namespace,
      '--workflow-type',
      type,
      ...(type === 'resource' ? ['--resource-name', object.metadata.name] : []),
    ]),
    volumeMounts: [
      mount('shared-output', '/work-creator-files/input'),
      mount('shared-metadata', '/work-creator-files/metadata'),
      mount('promise-scheduling', '/work-creator-files/kratix-system'),
    ],
  };
  const empty = (name: string) => ({ name, emptyDir: {} });
  return {
    volumes: [
      ...(configure
        ? [
            {
              name: 'promise-scheduling',
              configMap: {
                name: `destination-selectors-${promise}`,
                items: [
                  { key: 'destinationSelectors', path: 'promise-scheduling' },
                ],
                defaultMode: 420,
              },
            },
          ]
        : []),
      empty('shared-input'),
      empty('shared-output'),
      empty('shared-metadata'),
    ],
    initContainers: [
      reader,
      ...(pipeline.spec?.containers ?? []).map(authored),
      ...(configure ? [writer] : []),
    ],
    containers: [
      {
        ...adapter('status-writer', ['update-status']),
        env: [{ name: 'IS_LAST_PIPELINE', value: String(isLast) }, ...env],
        volumeMounts: [
          mount('shared-metadata', '/work-creator-files/metadata'),
        ],
      },
    ],
  };
}

function environment(subject: PipelineSubject, pipeline: string) {
  const { action, type, promise, object, plural } = subject;
  const { apiVersion = kratixApiVersion, metadata } = object;
  const values = {
    KRATIX_WORKFLOW_ACTION: action,
    KRATIX_WORKFLOW_TYPE: type,
    KRATIX_PROMISE_NAME: promise,
    KRATIX_PIPELINE_NAME: pipeline,
    KRATIX_OBJECT_KIND: object.kind ?? '',
    KRATIX_OBJECT_GROUP: groupOf(apiVersion),
    KRATIX_OBJECT_VERSION: apiVersion.slice(apiVersion.indexOf('/') + 1),
    KRATIX_OBJECT_NAME: metadata.name,
    KRATIX_OBJECT_NAMESPACE: metadata.namespace ?? '',
    KRATIX_CRD_PLURAL: plural,
    KRATIX_CLUSTER_SCOPED: String(type === 'promise'),
  };
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}

/** Where the pipelines of an object run. @internal */
export const pipelineHome = (
  object: KubeObject,
  pipelineNamespace: string | undefined,
) => pipelineNamespace ?? object.metadata.namespace ?? systemNamespace;
