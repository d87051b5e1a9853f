import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const startTimeoutMs = 90_000;

/** Tokens of a control plane that lives for one run, on the loopback. */
const people = [
  { name: 'admin', token: 'conformance-admin', groups: 'system:masters' },
  { name: 'jane', token: 'conformance-jane', groups: 'web' },
  { name: 'manager', token: 'conformance-manager', groups: 'system:masters' },
];

async function freePort() {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}

async function start(folder, program, args) {
  const name = path.basename(program);
  const log = await open(path.join(folder, `${name}.log`), 'w');
  const child = spawn(program, args, {
    stdio: ['ignore', log.fd, log.fd],
    cwd: folder,
  });
  const exited = new Promise(resolve => child.once('exit', resolve));
  child.once('error', () => {});
  return {
    name,
    get hasEnded() {
      return child.exitCode !== null || child.signalCode !== null;
    },
    async stop() {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 5000);
      await exited;
      clearTimeout(late);
      await log.close();
    },
  };
}

function kubeconfig(url, ca, users) {
  const list = (key, items) => `${key}:\n${items.join('')}`;
  return [
    'apiVersion: v1\nkind: Config\n',
    list('clusters', [
      `- name: real\n  cluster: {server: "${url}", certificate-authority-data: ${Buffer.from(
        ca,
      ).toString('base64')}}\n`,
    ]),
    list(
      'users',
      users.map(
        ({ name, token }) => `- {name: ${name}, user: {token: ${token}}}\n`,
      ),
    ),
    list(
      'contexts',
      users.map(
        ({ name }) =>
          `- {name: ${name}, context: {cluster: real, user: ${name}}}\n`,
      ),
    ),
    `current-context: ${users[0].name}\n`,
  ].join('');
}

function isReady(url, ca, token) {
  return new Promise(resolve => {
    get(
      `${url}/readyz`,
      { ca, headers: { authorization: `Bearer ${token}` }, agent: false },
      res => {
        res.resume();
        resolve(res.statusCode === 200);
      },
    ).once('error', () => resolve(false));
  });
}

async function untilReady({ folder, url, ca, token, processes }) {
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline) {
    const ended = processes.find(({ hasEnded }) => hasEnded);
    if (ended) {
      const log = await readFile(
        path.join(folder, `${ended.name}.log`),
        'utf8',
      );
      throw new Error(`${ended.name} ended:\n${log.slice(-2000)}`);
    }
    if (await isReady(url, ca, token)) return;
    await sleep(250);
  }
  throw new Error(`the kube-apiserver was not ready in ${startTimeoutMs} ms`);
}

/**
 * A real etcd, kube-apiserver and (where there is one) controller manager,
 * with everything they keep in a folder that goes when they are stopped.
 */
export async function startRealControlPlane(binaries) {
  const folder = await mkdtemp(path.join(tmpdir(), 'kratix-conformance-'));
  const processes = [];
  const stop = async () => {
    for (const one of processes.reverse()) await one.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const [client, peer, secure] = [
      await freePort(),
      await freePort(),
      await freePort(),
    ];
    const file = name => path.join(folder, name);
    await run('openssl', ['genrsa', '-out', file('sa.key'), '2048']);
    await run('openssl', [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'],
      ...['-keyout', file('tls.key'), '-out', file('tls.crt')],
      ...['-subj', '/CN=conformance'],
      ...['-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'],
    ]);
    await writeFile(
      file('tokens.csv'),
      people
        .map(
          ({ name, token, groups }) =>
            `${token},${name},${name}-uid,"${groups}"\n`,
        )
        .join(''),
    );
    const etcdUrl = `http://127.0.0.1:${client}`;
    processes.push(
      await start(folder, path.join(binaries, 'etcd'), [
        `--data-dir=${file('etcd')}`,
        `--listen-client-urls=${etcdUrl}`,
        `--advertise-client-urls=${etcdUrl}`,
        `--listen-peer-urls=http://127.0.0.1:${peer}`,
        // What is kept lives for a minute; a crash loses nothing of worth.
        '--unsafe-no-fsync',
        '--log-level=warn',
      ]),
      await start(folder, path.join(binaries, 'kube-apiserver'), [
        `--etcd-servers=${etcdUrl}`,
        `--secure-port=${secure}`,
        '--bind-address=127.0.0.1',
        '--advertise-address=127.0.0.1',
        `--tls-cert-file=${file('tls.crt')}`,
        `--tls-private-key-file=${file('tls.key')}`,
        `--cert-dir=${folder}`,
        `--token-auth-file=${file('tokens.csv')}`,
        '--authorization-mode=RBAC',
        '--service-cluster-ip-range=10.0.0.0/24',
        '--service-account-issuer=https://conformance.invalid',
        `--service-account-key-file=${file('sa.key')}`,
        `--service-account-signing-key-file=${file('sa.key')}`,
        // Needs a controller that makes accounts before Pods can be made.
        '--disable-admission-plugins=ServiceAccount',
      ]),
    );
    const url = `https://127.0.0.1:${secure}`;
    const ca = await readFile(file('tls.crt'), 'utf8');
    const [admin, jane, manager] = people;
    await untilReady({ folder, url, ca, token: admin.token, processes });
    const managerBinary = path.join(binaries, 'kube-controller-manager');
    const hasControllers = existsSync(managerBinary);
    if (hasControllers) {
      await writeFile(
        file('manager.kubeconfig'),
        kubeconfig(url, ca, [manager]),
      );
      processes.push(
        await start(folder, managerBinary, [
          `--kubeconfig=${file('manager.kubeconfig')}`,
          '--controllers=garbage-collector-controller,namespace-controller',
          '--leader-elect=false',
          '--secure-port=0',
        ]),
      );
    }
    await writeFile(file('kubeconfig'), kubeconfig(url, ca, [admin, jane]));
    return { kubeconfig: file('kubeconfig'), hasControllers, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
