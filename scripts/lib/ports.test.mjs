import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import test from 'node:test';
import { checkPorts, isPortFree } from './ports.mjs';

test('a taken port is named, with what needs it', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  try {
    assert.equal(await isPortFree(port, '127.0.0.1'), false);
    await assert.rejects(checkPorts([{ what: 'backend', port }]), {
      name: 'Problem',
      message: new RegExp(`Port ${port}, which the backend needs, is in use`),
    });
  } finally {
    server.close();
    await once(server, 'close');
  }
  assert.equal(await isPortFree(port, '127.0.0.1'), true);
  await checkPorts([{ what: 'backend', port, host: '127.0.0.1' }]);
});
