import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createControlPlane, type ControlPlane } from '../sandbox/controlPlane';

// Processes and sockets on a machine that may have other things to do.
jest.setTimeout(60_000);

interface Said {
  code: number;
  out: string;
  err: string;
}

function findKubectl(): string | undefined {
  try {
    execFileSync('kubectl', ['version', '--client'], { stdio: 'ignore' });
    return 'kubectl';
  } catch {
    return undefined;
  }
}

const kubectl = findKubectl();

const destination = (environment: string) => `
apiVersion: platform.kratix.io/v1alpha1
kind: Destination
metadata: {name: worker-1, labels: {environment: ${environment}}}
spec: {path: worker-1, stateStoreRef: {kind: BucketStateStore, name: default}}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: notes, namespace: default}
data: {environment: ${environment}}
`;

describe('kubectl', () => {
  if (!kubectl) {
    it('is not on this machine, so it was not tried', () => {
      expect(findKubectl()).toBeUndefined();
    });
    return;
  }

  let plane: ControlPlane;
  let folder: string;
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    plane = await createControlPlane();
    folder = mkdtempSync(path.join(tmpdir(), 'kratix-kubectl-'));
    const kubeconfig = path.join(folder, 'kubeconfig');
    writeFileSync(kubeconfig, plane.kubeconfig);
    // A home of its own: kubectl keeps what it discovered there.
    env = { ...process.env, KUBECONFIG: kubeconfig, HOME: folder };
    plane.server.setLogSource({
      lines: (_pod, container) =>
        ['one', 'two', 'three'].map(text => ({
          time: new Date('2026-01-02T03:04:05Z'),
          text: `${container} says ${text}`,
        })),
    });
  });

  afterAll(async () => {
    await plane.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]): Promise<Said> =>
    new Promise(resolve => {
      execFile(kubectl, args, { env, cwd: folder }, (error, out, err) =>
        resolve({ code: Number(error?.code ?? 0), out, err }),
      );
    });

  /** Runs it and hands back what it printed; fails where kubectl did. */
  async function ok(...args: string[]): Promise<string> {
    const { code, out, err } = await run(...args);
    if (code !== 0) throw new Error(`kubectl ${args.join(' ')}: ${err}`);
    return out;
  }

  function file(name: string, content: string): string {
    const full = path.join(folder, name);
    writeFileSync(full, content);
    return full;
  }

  it('lists the kinds of Kratix', async () => {
    const kinds = await ok('api-resources', '--api-group=platform.kratix.io');
    expect(kinds).toMatch(
      /^workplacements\s+wp,wps\s+\S+\s+true\s+WorkPlacement/m,
    );
    expect(await ok('get', 'promises')).toBe('');
  });

  it('applies, applies again, and says what changed', async () => {
    const first = await ok('apply', '-f', file('d.yaml', destination('dev')));
    expect(first).toBe(
      'destination.platform.kratix.io/worker-1 created\nconfigmap/notes created\n',
    );
    const second = await ok('apply', '-f', file('d.yaml', destination('prod')));
    expect(second).toBe(
      'destination.platform.kratix.io/worker-1 configured\nconfigmap/notes configured\n',
    );
    const third = await ok('apply', '-f', path.join(folder, 'd.yaml'));
    expect(third).toBe(
      'destination.platform.kratix.io/worker-1 unchanged\nconfigmap/notes unchanged\n',
    );
    expect(await ok('get', 'dest', '-L', 'environment')).toMatch(
      /NAME\s+STATESTOREKIND\s+STATESTORENAME\s+READY\s+ENVIRONMENT\nworker-1\s+BucketStateStore\s+default\s+prod/,
    );
  });

  it('describes and explains', async () => {
    const described = await ok('describe', 'destination', 'worker-1');
    expect(described).toMatch(/Name:\s+worker-1/);
    expect(described).toMatch(/Cleanup:\s+none/);
    const explained = await ok('explain', 'promise.spec.requiredPromises');
    expect(explained).toMatch(/FIELD: requiredPromises <\[\]Object>/);
    expect(explained).toMatch(/version\s+<string>/);
  });

  it('labels, annotates, patches and refuses', async () => {
    await ok('label', 'dest', 'worker-1', 'tier=gold');
    await ok('label', 'configmap', 'notes', 'tier=gold');
    await ok('annotate', 'dest', 'worker-1', 'example.org/note=hello');
    expect(await ok('get', 'dest', '-l', 'tier=gold', '-o', 'name')).toBe(
      'destination.platform.kratix.io/worker-1\n',
    );
    const refused = await run(
      'patch',
      'dest',
      'worker-1',
      '--type=merge',
      '-p',
      '{"spec":{"cleanup":"some"}}',
    );
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(
      'spec.cleanup: Unsupported value: "some": supported values: "none", "all"',
    );
  });

  it('warns of fields that are not known', async () => {
    const { err } = await run(
      'apply',
      '--validate=warn',
      '-f',
      file(
        'typo.yaml',
        destination('prod').replace('path:', 'colour: red, path:'),
      ),
    );
    expect(err).toContain('unknown field "spec.colour"');
  });

  it('is told that there is no server-side apply', async () => {
    const { code, err } = await run(
      'apply',
      '--server-side',
      '-f',
      path.join(folder, 'd.yaml'),
    );
    expect(code).not.toBe(0);
    expect(err).toContain('Server-side apply not available');
  });

  it('makes namespaces, maps, secrets and roles', async () => {
    await ok('create', 'namespace', 'team');
    await ok('create', 'configmap', 'made', '--from-literal=a=b', '-n', 'team');
    await ok('create', 'secret', 'generic', 'made', '--from-literal=a=b');
    await ok(
      'create',
      'clusterrole',
      'reader',
      '--verb=get,list',
      '--resource=promises',
    );
    await ok(
      'create',
      'clusterrolebinding',
      'reader',
      '--clusterrole=reader',
      '--group=web',
    );
    expect(await ok('get', 'secret', 'made', '-o', 'jsonpath={.data.a}')).toBe(
      'Yg==',
    );
  });

  it('knows who may do what, and acts as somebody else', async () => {
    const can = async (...args: string[]) =>
      (await run('auth', 'can-i', ...args)).out.trim();
    const asJane = ['--as=jane', '--as-group=web'];
    expect(await can('delete', 'promises')).toBe('yes');
    expect(await can('delete', 'promises', ...asJane)).toBe('no');
    expect(await can('list', 'promises', ...asJane)).toBe('yes');
    expect(await can('--list', ...asJane)).toMatch(
      /promises\.platform\.kratix\.io.*\[get list\]/,
    );
    expect(await ok('auth', 'whoami', ...asJane)).toMatch(/Username\s+jane/);
    const refused = await run('get', 'dest', ...asJane);
    expect(refused.err).toContain(
      'User "jane" cannot list resource "destinations" in API group "platform.kratix.io" at the cluster scope',
    );
  });

  it('watches', async () => {
    const child = spawn(
      kubectl,
      ['get', 'configmaps', '-w', '--no-headers', '-n', 'team'],
      { env },
    );
    try {
      const seen = new Promise<string>(resolve => {
        let text = '';
        child.stdout.on('data', chunk => {
          text += chunk;
          if (text.includes('later')) resolve(text);
        });
      });
      await new Promise<void>(resolve => {
        child.stdout.once('data', () => resolve());
      });
      plane.store.create({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'later', namespace: 'team' },
      });
      expect(await seen).toMatch(/^made\s.*\nlater\s/);
    } finally {
      child.kill();
    }
  });

  it('reads logs', async () => {
    plane.store.create({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'pipeline', namespace: 'team' },
      spec: {
        initContainers: [{ name: 'reader', image: 'none' }],
        containers: [{ name: 'writer', image: 'none' }],
      },
    });
    expect(await ok('logs', 'pipeline', '-n', 'team')).toBe(
      'writer says one\nwriter says two\nwriter says three\n',
    );
    expect(
      await ok('logs', 'pipeline', '-c', 'reader', '--tail=1', '-n', 'team'),
    ).toBe('reader says three\n');
    expect(
      await ok('logs', 'pipeline', '--timestamps', '--tail=1', '-n', 'team'),
    ).toBe('2026-01-02T03:04:05.000Z writer says three\n');
    const wrong = await run('logs', 'pipeline', '-c', 'none', '-n', 'team');
    expect(wrong.err).toContain('container none is not valid for pod pipeline');
    expect(await ok('get', 'pods', '-n', 'team')).toMatch(
      /NAME\s+READY\s+STATUS\s+RESTARTS\s+AGE\npipeline\s+0\/1\s+Pending/,
    );
  });

  it('deletes, and waits until it is so', async () => {
    await ok('delete', 'dest', 'worker-1');
    await ok('delete', 'namespace', 'team');
    const { err } = await run('get', 'configmap', 'made', '-n', 'team');
    expect(err).toContain('not found');
    expect(await ok('get', 'namespaces', '-o', 'name')).not.toContain('team');
  });
});
