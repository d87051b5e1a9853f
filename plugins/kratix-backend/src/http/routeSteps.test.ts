import { request, type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { kratixRequestCreatePermission } from '@kratix-portal/backstage-plugin-kratix-common';
import express, { type RequestHandler } from 'express';
import PromiseRouter from 'express-promise-router';
import { Callers } from './Callers';
import { writing, type WriteRoute } from './routeSteps';

const servers: (() => void)[] = [];
afterEach(() => servers.splice(0).forEach(close => close()));

/** Something that a test waits for, or lets others wait for. */
function aGate() {
  let open = () => {};
  const passed = new Promise<void>(resolve => {
    open = resolve;
  });
  return { open: () => open(), passed };
}

/** A route that writes, what its audit holds, and what went wrong in it. */
function aRoute(run: WriteRoute['run'], userInfo = mockServices.userInfo()) {
  const audits: unknown[] = [];
  const audited = aGate();
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockImplementation(async () => ({
    success: async () => {
      audits.push('made');
      audited.open();
    },
    fail: async ({ error }) => {
      audits.push(error.message);
      audited.open();
    },
  }));
  const arrived = aGate();
  const left = aGate();
  const ended = aGate();
  const watch: RequestHandler = (_req, res, next) => {
    res.once('close', left.open);
    arrived.open();
    next();
  };
  const write = writing(
    {
      callers: new Callers({ httpAuth: mockServices.httpAuth(), userInfo }),
      permissions: mockServices.permissions(),
      auditor,
    },
    {
      eventId: 'request-create',
      permission: kratixRequestCreatePermission,
      status: 201,
      run,
    },
  );
  const router = PromiseRouter().post('/', watch, async (req, res, next) => {
    await Promise.resolve(write(req, res, next)).finally(ended.open);
  });
  const server = express().use(router).use(mockErrorHandler()).listen(0);
  const { port } = server.address() as AddressInfo;
  servers.push(() => server.close());
  return {
    audits,
    audited: audited.passed,
    arrived: arrived.passed,
    left: left.passed,
    ended: ended.passed,
    post(length: number): ClientRequest {
      const headers = {
        'content-type': 'application/json',
        'content-length': length,
      };
      const call = request({ port, path: '/', method: 'POST', headers });
      // That it was cut off is no news to whoever did it.
      call.on('error', () => {});
      return call;
    },
  };
}

it('makes and audits a write, though nobody waits for its answer any more', async () => {
  const begun = aGate();
  const done = aGate();
  const route = aRoute(async () => {
    begun.open();
    await done.passed;
    return { result: { name: 'cache' } };
  });
  const call = route.post(2);
  call.end('{}');
  await begun.passed;
  call.destroy();
  await route.left;
  done.open();
  await route.ended;
  expect(route.audits).toEqual(['made']);
});

it('makes nothing of a body that breaks off, and audits that', async () => {
  const run = jest.fn(async () => ({}));
  const route = aRoute(run);
  const call = route.post(1000);
  call.write('{"name":');
  await route.arrived;
  call.destroy();
  await route.audited;
  expect(route.audits).toEqual(['Refused with InputError']);
  expect(run).not.toHaveBeenCalled();
});

it('makes nothing for one who left before their body was read', async () => {
  const run = jest.fn(async () => ({}));
  const asked = aGate();
  const known = aGate();
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async () => {
      asked.open();
      await known.passed;
      return { userEntityRef: 'user:default/ada', ownershipEntityRefs: [] };
    },
  });
  const route = aRoute(run, userInfo);
  const call = route.post(2);
  call.end('{}');
  await asked.passed;
  call.destroy();
  await route.left;
  known.open();
  await route.audited;
  expect(route.audits).toEqual(['Refused with InputError']);
  expect(run).not.toHaveBeenCalled();
});
