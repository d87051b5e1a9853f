import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { tsNodeArgs } from './lib/runTs.mjs';
import { repoPath } from './lib/paths.mjs';

const entry = repoPath('packages/bench/src/forms/formReport.ts');

function promise(spec) {
  return JSON.stringify({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: { name: 'cache' },
    spec: {
      api: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'caches.example.org' },
        spec: {
          group: 'example.org',
          scope: 'Namespaced',
          names: {
            kind: 'Cache',
            plural: 'caches',
            singular: 'cache',
            listKind: 'CacheList',
          },
          versions: [
            {
              name: 'v1',
              served: true,
              storage: true,
              schema: {
                openAPIV3Schema: { type: 'object', properties: { spec } },
              },
            },
          ],
        },
      },
    },
  });
}

async function report(files, args = []) {
  const folder = await mkdtemp(join(tmpdir(), 'form-report-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      await writeFile(join(folder, name), text);
    }
    return await new Promise((resolve, reject) => {
      const child = spawn(
        process.execPath,
        [...tsNodeArgs(), entry, ...args, '.'],
        { cwd: folder, env: { ...process.env, INIT_CWD: folder } },
      );
      let stdout = '';
      child.stdout.on('data', chunk => {
        stdout += chunk;
      });
      child.once('error', reject);
      child.once('close', code => resolve({ code, stdout }));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const timeout = 60_000;

test(
  'an API whose requests are accepted ends with 0',
  { timeout },
  async () => {
    const { code, stdout } = await report({
      'promise.yaml': promise({
        type: 'object',
        required: ['size'],
        properties: { size: { type: 'string', enum: ['small'] } },
      }),
    });
    assert.match(
      stdout,
      /promise\.yaml +\| Cache\.example\.org\/v1 +\| +1 \| +0 \| +0 \| accepted \| accepted/,
    );
    assert.equal(code, 0);
  },
);

test(
  'a request that no server accepts ends with 1, for programs, too',
  { timeout },
  async () => {
    const { code, stdout } = await report(
      {
        'promise.yaml': promise({
          type: 'object',
          required: ['size'],
          properties: { size: { type: 'integer', minimum: 2, maximum: 1 } },
        }),
      },
      ['--json'],
    );
    const { rows } = JSON.parse(stdout);
    assert.equal(rows.length, 1);
    assert.equal(rows[0].minimal.accepted, false);
    assert.match(rows[0].minimal.why, /^spec\.size/);
    assert.equal(code, 1);
  },
);

test(
  'a file that can’t be read ends with 2, the others are told',
  { timeout },
  async () => {
    const { code, stdout } = await report({
      'a.yaml': 'kind: Promise\nspec: ]',
      'b.yaml': promise({ type: 'object', properties: {} }),
    });
    assert.match(stdout, /a\.yaml can’t be read/);
    assert.match(stdout, /b\.yaml +\| Cache/);
    assert.equal(code, 2);
  },
);
