import { createControlPlane, type ControlPlane } from '../sandbox/controlPlane';
import { behaviours } from './behaviours';
import type { ConformanceWorld } from './types';
import { createWorld } from './world';

// Real sockets on a machine that may have other things to do.
jest.setTimeout(30_000);

describe('the sandbox behaves like an API server:', () => {
  let plane: ControlPlane;
  let world: ConformanceWorld;

  beforeAll(async () => {
    plane = await createControlPlane({
      users: [{ name: 'jane', groups: ['web'], token: 'jane-token' }],
      bookmarkEveryMs: 200,
    });
    const { url, ca, adminToken } = plane;
    world = await createWorld({
      admin: { url, ca, token: adminToken },
      jane: { url, ca, token: 'jane-token' },
    });
  });

  afterAll(() => plane.close());

  it.each(behaviours.map(one => [one.name, one] as const))(
    '%s',
    async (_name, behaviour) => {
      await expect(behaviour.run(world)).resolves.toBeUndefined();
    },
    90_000,
  );
});
