import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KubeConfig } from '@kubernetes/client-node';
import { scriptedServers } from '../__testUtils__/scriptedServers';
import { CallError } from './callError';
import { ClusterCalls, type Call } from './clusterCalls';

const { callsTo, closing } = scriptedServers();

afterEach(() => closing.splice(0).forEach(close => close()));

async function linesOf(calls: ClusterCalls, call: Call): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of calls.lines(call)) lines.push(line);
  return lines;
}

const path = ['api', 'v1', 'pods'];

describe('lines', () => {
  it('come whole, however the network cuts them', async () => {
    const bytes = Buffer.from('{"a":"ä"}\n{"b":2}\n\n{"c":3}\n');
    const calls = await callsTo((_req, res) => {
      let at = 0;
      const next = () => {
        if (at === bytes.length) res.end();
        else res.write(bytes.subarray(at, ++at), () => setImmediate(next));
      };
      next();
    });
    expect(await linesOf(calls, { path })).toEqual([
      '{"a":"ä"}',
      '{"b":2}',
      '',
      '{"c":3}',
    ]);
  });

  it('half a line is no end', async () => {
    const calls = await callsTo((_req, res) => res.end('{"a":1}\n{"b"'));
    await expect(linesOf(calls, { path })).rejects.toMatchObject({
      reason: 'network',
    });
  });

  it('silence in the middle is a timeout', async () => {
    const calls = await callsTo((_req, res) => res.write('{"a":1}\n'));
    await expect(linesOf(calls, { path, silenceMs: 50 })).rejects.toMatchObject(
      { reason: 'timeout' },
    );
  });

  it('end when they are aborted', async () => {
    const calls = await callsTo((_req, res) => res.write('{"a":1}\n'));
    const aborting = new AbortController();
    const lines = linesOf(calls, { path, signal: aborting.signal });
    aborting.abort();
    await expect(lines).rejects.toMatchObject({ name: 'CallError' });
  });
});

describe('answers', () => {
  it.each([
    ['a page of a proxy', 502, '<html>bad gateway at 10.0.0.1</html>'],
    ['nothing', 503, ''],
  ])('%s is a refusal without its words', async (_what, code, body) => {
    const calls = await callsTo((_req, res) => {
      res.statusCode = code;
      res.end(body);
    });
    await expect(calls.json({ path })).rejects.toMatchObject({
      reason: 'server-error',
      message: `The API server answered ${code}`,
      status: { code, message: `Status ${code}` },
    });
  });

  it('what is no JSON is an error, not an empty list', async () => {
    const calls = await callsTo((_req, res) => res.end('<html>'));
    await expect(calls.json({ path })).rejects.toMatchObject({
      reason: 'server-error',
    });
  });

  it('a redirect is not followed: it would carry the token elsewhere', async () => {
    const seen: (string | undefined)[] = [];
    const calls = await callsTo((req, res) => {
      seen.push(req.url);
      res.writeHead(302, { location: '/elsewhere' }).end();
    });
    await expect(calls.json({ path })).rejects.toMatchObject({
      status: { code: 302 },
    });
    expect(seen).toEqual(['/api/v1/pods']);
  });

  it('what went wrong names no address and no token', async () => {
    const calls = await callsTo((_req, res) => res.destroy());
    const error = await calls.json({ path }).catch(reason => reason);
    expect(error).toBeInstanceOf(CallError);
    expect(`${error} ${JSON.stringify(error)}`).not.toMatch(
      /127\.0\.0\.1|sesame/,
    );
  });
});

describe('how long a server asks to be left alone', () => {
  const status = {
    kind: 'Status',
    code: 429,
    message: 'too many',
    details: { retryAfterSeconds: 5 },
  };

  it.each([
    ['by its header', '7', status, 7_000],
    ['by a date in its header', 'Sun, 01 Mar 2026 12:00:09 GMT', status, 9_000],
    ['by its answer, as its header is none', 'soon', status, 5_000],
    ['by its answer', undefined, status, 5_000],
    ['not at all', undefined, { ...status, details: {} }, undefined],
  ])('%s', async (_how, header, body, retryAfterMs) => {
    const calls = await callsTo((_req, res) => {
      if (header) res.setHeader('retry-after', header);
      res.setHeader('date', 'Sun, 01 Mar 2026 12:00:00 GMT');
      res.writeHead(429).end(JSON.stringify(body));
    });
    await expect(calls.json({ path })).rejects.toMatchObject({
      code: 429,
      retryAfterMs,
    });
  });
});

describe('who calls', () => {
  const seeing = async (
    call: Partial<Call>,
    credentials?: Parameters<typeof callsTo>[1],
  ) => {
    const seen: string[] = [];
    const calls = await callsTo((req, res) => {
      for (let i = 0; i < req.rawHeaders.length; i += 2) {
        const [name, value] = req.rawHeaders.slice(i, i + 2);
        if (/^(authorization|impersonate)/i.test(name)) {
          seen.push(`${name.toLocaleLowerCase('en-US')}: ${value}`);
        }
      }
      res.end('{}');
    }, credentials);
    await calls.json({ path, ...call });
    return seen.sort();
  };

  it('is the service account', async () => {
    expect(await seeing({})).toEqual(['authorization: Bearer sesame']);
  });

  it('has a token from a file, whose line break is no part of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'token-'));
    closing.push(() => rmSync(folder, { recursive: true }));
    const tokenFile = join(folder, 'token');
    writeFileSync(tokenFile, 'from-file\n');
    expect(await seeing({}, { tokenFile })).toEqual([
      'authorization: Bearer from-file',
    ]);
  });

  it('acts as a person, with a header for each group', async () => {
    const as = {
      kind: 'impersonation',
      user: 'user:default/ann',
      groups: ['group:default/a', 'group:default/b'],
    } as const;
    expect(await seeing({ as: { ...as, groups: [...as.groups] } })).toEqual([
      'authorization: Bearer sesame',
      'impersonate-group: group:default/a',
      'impersonate-group: group:default/b',
      'impersonate-user: user:default/ann',
    ]);
  });

  it('is a person with their own token and nothing else', async () => {
    expect(await seeing({ as: { kind: 'token', token: 'of-ann' } })).toEqual([
      'authorization: Bearer of-ann',
    ]);
  });
});

describe('with a client certificate', () => {
  const server = 'https://cluster.example';
  const user = { name: 'account', certData: 'Y2VydA==', keyData: 'a2V5' };

  /** The agent that a call would go through; nothing is sent. */
  async function agentOf(call: Partial<Call>, proxyUrl?: string) {
    const request = jest.spyOn(https, 'request').mockImplementation(() => {
      throw new Error('not sent');
    });
    try {
      const kubeConfig = new KubeConfig();
      kubeConfig.loadFromClusterAndUser(
        { name: 'eu', server, skipTLSVerify: false, proxyUrl },
        user,
      );
      const calls = new ClusterCalls(kubeConfig);
      await calls.json({ path, ...call }).catch(() => {});
      const [, options] = request.mock.lastCall as unknown as [
        URL,
        https.RequestOptions,
      ];
      return options.agent as https.Agent;
    } finally {
      request.mockRestore();
    }
  }

  it('goes by renewed credentials as soon as there are some', async () => {
    const agents: unknown[] = [];
    const request = jest.spyOn(https, 'request').mockImplementation(((
      _url: URL,
      options: https.RequestOptions,
    ) => {
      agents.push(options.agent);
      throw new Error('not sent');
    }) as typeof https.request);
    try {
      const kubeConfig = new KubeConfig();
      const cluster = { name: 'eu', server, skipTLSVerify: false };
      const account = { ...user };
      kubeConfig.loadFromClusterAndUser(cluster, account);
      const calls = new ClusterCalls(kubeConfig);
      const call = () => calls.json({ path }).catch(() => {});
      await call();
      await call();
      account.certData = Buffer.from('another').toString('base64');
      await call();
      const [first, second, third] = agents;
      expect(second).toBe(first);
      expect(third).not.toBe(first);
      expect((third as https.Agent).options.cert).toEqual(
        Buffer.from('another'),
      );
    } finally {
      request.mockRestore();
    }
  });

  it.each([
    ['straight', undefined],
    ['through a proxy', 'http://proxy.example:3128'],
    ['through a SOCKS proxy', 'socks5://proxy.example:1080'],
  ])(
    '%s: the account has it, a person with a token has not',
    async (_way, proxyUrl) => {
      const own = await agentOf({}, proxyUrl);
      expect(own.options).toMatchObject({ cert: Buffer.from('cert') });
      // The API server would take the certificate for who calls.
      const token = { kind: 'token', token: 'of-ann' } as const;
      const other = await agentOf({ as: token, method: 'POST' }, proxyUrl);
      expect(other.options.cert).toBeUndefined();
      expect(other.options.key).toBeUndefined();
      expect(other.constructor.name).toBe(own.constructor.name);
    },
  );
});

it('reads share a connection, writes take their own', async () => {
  const ports: (number | undefined)[] = [];
  const calls = await callsTo((req, res) => {
    ports.push(req.socket.remotePort);
    req.resume();
    res.end('{}');
  });
  await calls.json({ path });
  await new Promise(setImmediate);
  await calls.json({ path });
  await calls.json({ path, method: 'POST', body: {} });
  expect(ports[1]).toBe(ports[0]);
  expect(ports[2]).not.toBe(ports[0]);
});
