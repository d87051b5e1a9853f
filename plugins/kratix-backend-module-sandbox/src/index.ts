/**
 * An embedded Kubernetes API with a simulator of Kratix, for trying,
 * developing and testing.
 *
 * @packageDocumentation
 */
export { sandboxFeatures as default } from './sandboxFeatures';
export { createSandbox } from './sandbox/createSandbox';
export type { Sandbox, SandboxOptions } from './sandbox/createSandbox';
export { createControlPlane } from './sandbox/controlPlane';
export type { ControlPlane, ControlPlaneOptions } from './sandbox/controlPlane';
export { kubeconfig } from './sandbox/kubeconfig';
export { portalUserName } from './sandbox/portalRole';
export { kratixDefinitions } from './crds';
export { createKubeServer } from './kube';
export type {
  KubeServer,
  KubeServerOptions,
  LogLine,
  LogSource,
  TokenUser,
} from './kube';
export { Faults } from './faults';
export type {
  Fault,
  FaultEffect,
  FaultScope,
  OpenWatch,
  WatchDisturbance,
} from './faults';
export type { User } from './access';
export { scenarioNames, seedMany } from './scenarios';
export type { ManyOptions, ScenarioName } from './scenarios';
export { parseRecording, playRecording, readRecording } from './recordings';
export type {
  PlaybackOptions,
  RecordedEvent,
  RecordedStep,
  Recording,
} from './recordings';
export { defaultBehaviour, steering } from './pipelines';
export type {
  ContainerBehaviour,
  ContainerContext,
  ContainerRun,
  OutputFile,
  OutputSelector,
  WorkflowControl,
} from './pipelines';
export { SimulationClock, startSimulator } from './simulator';
export type {
  Cancel,
  Clock,
  Container,
  Simulator,
  SimulatorOptions,
} from './simulator';
export { createStore, KubeStatusError } from './store';
export type {
  AdmissionAnswer,
  AdmissionHook,
  AdmissionRequest,
  DeleteOptions,
  KindInfo,
  KindVersion,
  ListOptions,
  ObjectRef,
  OpenApiSchema,
  PatchRequest,
  PrinterColumn,
  Store,
  StoreChange,
  StoreOptions,
  ValidationRule,
  WriteOptions,
} from './store';
