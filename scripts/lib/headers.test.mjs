import assert from 'node:assert/strict';
import test from 'node:test';
import { nodeHeadersPrefix } from './headers.mjs';

test('headers beside Node are used', () => {
  const exists = path => path === '/opt/node/include/node/node_version.h';
  assert.equal(
    nodeHeadersPrefix({ execPath: '/opt/node/bin/node', exists }),
    '/opt/node',
  );
});

test('a Node without headers leaves node-gyp to its own ways', () => {
  assert.equal(
    nodeHeadersPrefix({ execPath: '/usr/bin/node', exists: () => false }),
    undefined,
  );
});
