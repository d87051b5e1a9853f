import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  callKube,
  watchKube,
  type KubeCall,
  type KubeTarget,
} from '../testing';
import type { ConformanceWorld } from './types';
import { widgetDefinition, widgetGroup } from './widgetDefinition';

// A garbage collector looks for new kinds every 30 seconds.
const patienceMs = 60_000;
const crds = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

/**
 * Makes what behaviours are tried on: a namespace and the kind Widget.
 *
 * @internal
 */
export async function createWorld(targets: {
  admin: KubeTarget;
  jane: KubeTarget;
}): Promise<ConformanceWorld> {
  const { admin, jane } = targets;
  const namespace = `conformance-${Date.now().toString(36)}`;
  let names = 0;
  const call = (one: KubeCall, target = admin) => callKube(target, one);
  const widgets = (name?: string, version = 'v1') =>
    `/apis/${widgetGroup}/${version}/namespaces/${namespace}/widgets${
      name ? `/${name}` : ''
    }`;
  const name = () => {
    names += 1;
    return `one-${names}`;
  };
  const world: ConformanceWorld = {
    admin,
    jane,
    namespace,
    call,
    watch: path => watchKube(admin, path),
    widgets,
    name,
    async createWidget({ metadata, ...more } = {}) {
      const { code, body, text } = await call({
        method: 'POST',
        path: widgets(),
        body: {
          apiVersion: `${widgetGroup}/v1`,
          kind: 'Widget',
          spec: { owner: 'team-a' },
          ...more,
          metadata: { name: name(), ...metadata },
        },
      });
      assert.equal(code, 201, text);
      return body;
    },
    async eventually(what, isSo) {
      const deadline = Date.now() + patienceMs;
      while (!(await isSo())) {
        assert.ok(Date.now() < deadline, `still not so: ${what}`);
        await sleep(100);
      }
    },
  };
  await prepare(world);
  return world;
}

async function prepare({
  call,
  namespace,
  eventually,
  widgets,
}: ConformanceWorld) {
  const made = await call({
    method: 'POST',
    path: '/api/v1/namespaces',
    body: aNamespace(namespace),
  });
  assert.equal(made.code, 201, made.text);
  const { code, text } = await call({
    method: 'POST',
    path: crds,
    body: widgetDefinition,
  });
  // It may be there from an earlier run on the same server.
  assert.ok(code === 201 || code === 409, text);
  await eventually('Widgets can be listed', async () => {
    const answer = await call({ path: widgets() });
    return answer.code === 200;
  });
}

/** @internal */
export function aNamespace(name: string): KubeObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}
