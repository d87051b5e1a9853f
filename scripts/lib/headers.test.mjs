import assert from 'node:assert/strict';
import test from 'node:test';
import { nodeHeadersPrefix } from './headers.mjs';

const headers = major => `#define NODE_MAJOR_VERSION ${major}\n`;

/** What lies where, for a Node 24 in /opt/node. */
const prefixOf = ({ given, beside }) =>
  nodeHeadersPrefix({
    given: given && '/given',
    execPath: '/opt/node/bin/node',
    version: '24.21.0',
    read: prefix => ({ '/given': given, '/opt/node': beside }[prefix]),
  });

test('headers beside Node are used', () => {
  assert.equal(prefixOf({ beside: headers(24) }), '/opt/node');
});

test('a Node without headers leaves node-gyp to its own ways', () => {
  assert.equal(prefixOf({}), undefined);
});

test('headers that npm was told of are used where they are this Node’s', () => {
  const beside = headers(24);
  assert.equal(prefixOf({ given: headers(24), beside }), '/given');
  assert.equal(prefixOf({ given: headers(20), beside }), '/opt/node');
  assert.equal(prefixOf({ given: headers(20) }), undefined);
  assert.equal(prefixOf({ given: 'no header', beside }), '/opt/node');
});
