import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { packagedSource } from '../packaged';
import { playRecording, type Recording } from '../recordings';
import { scenarioStart, seedScenario, type ScenarioName } from '../scenarios';
import {
  SimulationClock,
  startSimulator,
  type Simulator,
  type SimulatorOptions,
} from '../simulator';
import {
  createControlPlane,
  type ControlPlane,
  type ControlPlaneOptions,
} from './controlPlane';

/** @public */
export interface SandboxOptions
  extends Omit<ControlPlaneOptions, 'now' | 'schedule' | 'kratix'> {
  /** What is on the platform at the start. Default: empty. */
  scenario?: ScenarioName;
  /** How many requests the scenario `many` has. */
  requests?: number;
  /** A recording to play instead, over and over; Kratix does not act then. */
  recording?: Recording;
  /** How much faster than in life Kratix acts. Default: 1. */
  speed?: number;
  /** Objects to create once the scenario is there. */
  objects?: KubeObject[];
  simulator?: SimulatorOptions;
}

/**
 * A Kubernetes API on the loopback with a simulated Kratix behind it.
 *
 * @public
 */
export interface Sandbox extends ControlPlane {
  simulator: Simulator;
}

/**
 * Starts a sandbox. The past of its scenario goes by in a moment; from then on
 * it lives in real time.
 *
 * @public
 */
export async function createSandbox(
  options: SandboxOptions = {},
): Promise<Sandbox> {
  const { requests, recording, speed = 1, objects = [] } = options;
  const { scenario = 'empty' } = recording ? {} : options;
  const clock = new SimulationClock(scenarioStart(scenario));
  const plane = await createControlPlane({
    ...options,
    // What went by garbage collection is in the recording.
    ...(recording && { garbageDelayMs: Infinity }),
    now: () => clock.now(),
    schedule: (delayMs, task) => {
      clock.schedule(delayMs, task);
    },
  });
  const simulator = startSimulator(plane.store, clock, {
    sources: packagedSource,
    onError: (_controller, _key, error) => options.onError?.(error),
    ...options.simulator,
  });
  plane.server.setLogSource(simulator.logs);
  seedScenario({ simulator, clock, scenario, requests });
  clock.run(speed);
  if (recording) {
    simulator.stop();
    playRecording(recording, plane.store, clock);
  }
  objects.forEach(object => plane.store.create(object));
  return {
    ...plane,
    simulator,
    async close() {
      simulator.stop();
      clock.stop();
      await plane.close();
    },
  };
}
