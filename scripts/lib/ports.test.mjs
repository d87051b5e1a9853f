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

test(
  'a port is taken by whoever has it on the address or on the loopback',
  { skip: process.platform !== 'linux' && 'one loopback address there is' },
  async () => {
    const taken = async (host, wanted) => {
      const server = createServer().listen(0, host);
      await once(server, 'listening');
      const { port } = server.address();
      try {
        await assert.rejects(
          checkPorts([{ what: 'frontend', port, host: wanted }]),
          { name: 'Problem' },
        );
      } finally {
        server.close();
        await once(server, 'close');
      }
    };
    await taken('127.0.0.1', '127.0.0.2');
    await taken('127.0.0.2', '127.0.0.2');
  },
);
