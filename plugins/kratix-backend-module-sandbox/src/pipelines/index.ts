export type {
  ContainerBehaviour,
  ContainerContext,
  ContainerRun,
  OutputFile,
  OutputSelector,
  WorkflowControl,
} from './behaviour';
export { ContainerLogs } from './containerLogs';
export { defaultBehaviour } from './defaultBehaviour';
export { jobLabels, pipelineHome, type PipelineSubject } from './pipelineJob';
export { jobState } from './jobState';
export { PipelineRunner } from './pipelineRunner';
export { compressed, promiseSelector } from './workOutput';
export { isIgnored, steering } from './steering';
export {
  pipelinesOf,
  Workflows,
  type WorkflowProgress,
  type WorkflowTask,
} from './workflow';
