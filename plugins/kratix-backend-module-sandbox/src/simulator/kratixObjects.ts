import type {
  KubeCondition,
  KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';

// The fields that the simulator reads and writes. The CRDs' schemas guard
// them, so objects of the store are read as these types.

/** @internal */
export const kratixGroup = 'platform.kratix.io';

/** @internal */
export const kratixApiVersion = `${kratixGroup}/v1alpha1`;

/** A container of a pipeline, as its author wrote it. @public */
export interface Container {
  name: string;
  image?: string;
  env?: { name: string; value?: string }[];
  [field: string]: unknown;
}

/** @internal */
export interface Pipeline {
  metadata: {
    name: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec?: {
    containers?: Container[];
    volumes?: unknown[];
    rbac?: { serviceAccount?: string };
    jobOptions?: { backoffLimit?: number };
    [field: string]: unknown;
  };
}

/** @internal */
export interface Workflow {
  configure?: Pipeline[];
  delete?: Pipeline[];
}

/** @internal */
export interface Selector {
  matchLabels?: Record<string, string>;
}

/** @internal */
export interface PromiseSpec {
  api?: KubeObject | null;
  workflows?: {
    config?: { pipelineNamespace?: string };
    promise?: Workflow;
    resource?: Workflow;
  };
  requiredPromises?: { name: string; version?: string }[];
  dependencies?: KubeObject[];
  destinationSelectors?: Selector[];
}

/** @internal */
export type Phase =
  | 'Pending'
  | 'Running'
  | 'Succeeded'
  | 'Failed'
  | 'Suspended';

/** @internal */
export interface PipelineStatus {
  name: string;
  phase: Phase;
  message?: string;
  nextRetryAt?: string;
  attempts?: number;
  lastTransitionTime?: string;
}

/** What Promises and requests have in common in their status. @internal */
export interface WorkflowStatus {
  message?: string;
  observedGeneration?: number;
  workflows?: number;
  workflowsSucceeded?: number;
  workflowsFailed?: number;
  conditions?: KubeCondition[];
  lastSuccessfulConfigureWorkflowTime?: string;
  kratix?: {
    workflows?: {
      pipelines?: PipelineStatus[];
      suspendedGeneration?: number;
      lastSuccessfulConfigureWorkflowTime?: string;
    };
    [field: string]: unknown;
  };
  [field: string]: unknown;
}

/** @internal */
export interface PromiseStatus extends WorkflowStatus {
  status?: 'Available' | 'Unavailable';
  version?: string;
  requiredPromises?: { name: string; version?: string; state: string }[];
  requiredBy?: {
    promise: { name: string; version?: string };
    requiredVersion?: string;
  }[];
}

/** @internal */
export interface PromiseObject extends KubeObject {
  spec: PromiseSpec;
  status?: PromiseStatus;
}

/** @internal */
export interface RequestStatus extends WorkflowStatus {
  promiseVersion?: string;
  resourceBindingVersion?: string;
}

/** A resource request. @internal */
export interface RequestObject extends KubeObject {
  spec?: Record<string, unknown>;
  status?: RequestStatus;
}

/** @internal */
export interface RevisionObject extends KubeObject {
  spec: {
    promiseRef: { name: string };
    version: string;
    promiseSpec: PromiseSpec;
  };
  status?: { latest?: boolean };
}

/** @internal */
export interface BindingObject extends KubeObject {
  spec: {
    version: string;
    promiseRef: { name: string };
    resourceRef: { name: string; namespace: string };
  };
  status?: {
    conditions?: KubeCondition[];
    lastAppliedVersion?: string;
    failedVersion?: string;
  };
}

/** @internal */
export interface Workload {
  filepath: string;
  content: string;
}

/** @internal */
export interface WorkloadGroup {
  id: string;
  directory: string;
  destinationSelectors?: {
    matchLabels?: Record<string, string>;
    source?: string;
  }[];
  workloads: Workload[];
}

/** @internal */
export interface WorkObject extends KubeObject {
  spec: {
    promiseName?: string;
    resourceName?: string;
    lastExecutionTimestamp?: string;
    workloadGroups?: WorkloadGroup[];
  };
  status?: {
    conditions?: KubeCondition[];
    workPlacements?: number;
    workPlacementsCreated?: number;
  };
}

/** @internal */
export interface PlacementObject extends KubeObject {
  spec: {
    targetDestinationName: string;
    promiseName?: string;
    resourceName?: string;
    id?: string;
    generation?: number;
    workloads?: Workload[];
  };
  status?: { conditions?: KubeCondition[]; versionID?: string };
}

/** @internal */
export interface DestinationObject extends KubeObject {
  spec: {
    path?: string;
    stateStoreRef?: { kind: string; name: string };
    strictMatchLabels?: boolean;
    cleanup?: 'none' | 'all';
    initWorkloads?: { enabled?: boolean };
    filepath?: { mode?: string };
  };
  status?: { conditions?: KubeCondition[] };
}

/** @internal */
export interface StateStoreObject extends KubeObject {
  spec: { secretRef?: { name: string; namespace?: string } };
  status?: {
    status?: string;
    observedGeneration?: number;
    conditions?: KubeCondition[];
  };
}

/** @internal */
export interface JobObject extends KubeObject {
  spec: {
    suspend?: boolean;
    template: {
      metadata?: {
        labels?: Record<string, string>;
        annotations?: Record<string, string>;
      };
      spec: { initContainers?: Container[]; containers: Container[] };
    };
    [field: string]: unknown;
  };
  status?: {
    active?: number;
    succeeded?: number;
    failed?: number;
    conditions?: KubeCondition[];
    [field: string]: unknown;
  };
}

/** @internal */
export interface HealthRecordObject extends KubeObject {
  data: {
    promiseRef: { name: string };
    resourceRef?: { name: string; namespace: string };
    state?: string;
    lastRun?: number;
    details?: unknown;
  };
}

/** @internal */
export interface ReleaseObject extends KubeObject {
  spec: { version?: string; sourceRef?: { url?: string } };
  status?: { status?: string; conditions?: KubeCondition[] };
}

/** @internal */
export interface DefinitionObject extends KubeObject {
  spec: {
    group: string;
    names: { kind: string; plural: string };
    versions: {
      name: string;
      storage?: boolean;
      [field: string]: unknown;
    }[];
    [field: string]: unknown;
  };
  status?: { conditions?: KubeCondition[]; storedVersions?: string[] };
}
