import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { createControlPlane, type ControlPlane } from '../sandbox/controlPlane';
import { callKube, watchKube, type KubeTarget } from '../testing';

// Real sockets on a machine that may have other things to do.
jest.setTimeout(30_000);

const maps = '/api/v1/namespaces/default/configmaps';

describe('faults', () => {
  let plane: ControlPlane;
  let target: KubeTarget;

  beforeAll(async () => {
    plane = await createControlPlane({ kratix: false, bookmarkEveryMs: 20 });
    target = { url: plane.url, ca: plane.ca, token: plane.adminToken };
    ['a', 'b', 'c'].forEach(name => plane.store.create(aConfigMap(name)));
  });
  afterEach(() => plane.faults.clear());
  afterAll(() => plane.close());

  const list = (query = '') => callKube(target, { path: `${maps}${query}` });
  const openWatch = () =>
    watchKube(
      target,
      `${maps}?watch=true&resourceVersion=${plane.store.resourceVersion()}&allowWatchBookmarks=true`,
    );

  it('refuses as often as it is told to, with the time to wait', async () => {
    plane.faults.inject({
      effect: { type: 'status', code: 429, retryAfterSeconds: 3 },
      scope: { resource: 'configmaps', verbs: ['list'] },
      times: 2,
    });
    const first = await list();
    expect(first.code).toBe(429);
    expect(first.headers['retry-after']).toBe('3');
    expect(first.body).toMatchObject({
      kind: 'Status',
      reason: 'TooManyRequests',
      details: { retryAfterSeconds: 3 },
    });
    expect((await list()).code).toBe(429);
    expect((await list()).code).toBe(200);
  });

  it.each([
    ['another verb', { verbs: ['create'] }],
    ['another kind', { resource: 'secrets' }],
    ['another group', { group: 'batch' }],
    ['another namespace', { namespace: 'kube-system' }],
    ['another path', { path: /nowhere/ }],
    ['later pages', { continued: true }],
  ])('leaves alone what it is not about: %s', async (_what, scope) => {
    plane.faults.inject({ effect: { type: 'status', code: 500 }, scope });
    expect((await list()).code).toBe(200);
  });

  it('fails in the middle of a list', async () => {
    plane.faults.inject({
      effect: { type: 'status', code: 410 },
      scope: { continued: true },
    });
    const { code, body } = await list('?limit=2');
    expect(code).toBe(200);
    const token = encodeURIComponent(String(body.metadata.continue));
    const second = await list(`?limit=2&continue=${token}`);
    expect(second.body).toMatchObject({ code: 410, reason: 'Expired' });
  });

  it('forgets lists that are under way when history is compacted', async () => {
    const { body } = await list('?limit=2');
    const token = encodeURIComponent(String(body.metadata.continue));
    plane.store.compact();
    const second = await list(`?limit=2&continue=${token}`);
    expect(second.code).toBe(410);
  });

  it('cuts a connection without an answer, or within it', async () => {
    const remove = plane.faults.inject({ effect: { type: 'reset' } });
    await expect(list()).rejects.toThrow();
    remove();
    plane.faults.inject({ effect: { type: 'cut', afterBytes: 40 } });
    await expect(list()).rejects.toThrow();
    plane.faults.clear();
    expect((await list()).code).toBe(200);
  });

  it('leaves objects out of a list without a word', async () => {
    plane.faults.inject({ effect: { type: 'partial', keep: 1 } });
    const { code, body } = await list();
    expect(code).toBe(200);
    expect(body.items).toHaveLength(1);
    expect(body.metadata.continue).toBeUndefined();
  });

  it('answers late', async () => {
    plane.faults.inject({ effect: { type: 'latency', ms: 80 } });
    const before = performance.now();
    await list();
    expect(performance.now() - before).toBeGreaterThanOrEqual(75);
  });

  it('forbids a kind, and hides another', async () => {
    plane.faults.forbid('', 'configmaps');
    expect((await list()).code).toBe(403);
    plane.faults.hide('batch', 'jobs');
    const jobs = await callKube(target, { path: '/apis/batch/v1/jobs' });
    expect(jobs.code).toBe(404);
    const discovery = await callKube(target, { path: '/apis/batch/v1' });
    expect(discovery.code).toBe(404);
    plane.faults.clear();
    expect((await callKube(target, { path: '/apis/batch/v1' })).code).toBe(200);
  });

  it.each([
    ['reset', 'cut'],
    ['end', 'end'],
    ['expire', 'end'],
  ] as const)('ends an open watch: %s', async (how, ended) => {
    const watch = await openWatch();
    await watch.until(events => events.length > 0);
    expect(plane.faults.disturbWatches(how, { resource: 'configmaps' })).toBe(
      1,
    );
    expect(await watch.ended).toBe(ended);
    const last = watch.events[watch.events.length - 1];
    expect(last).toMatchObject(
      how === 'expire'
        ? { type: 'ERROR', object: { code: 410 } }
        : { type: 'BOOKMARK' },
    );
  });

  it.each(['end', 'expire'] as const)(
    'tells a watch nothing of a change right after its end: %s',
    async how => {
      const watch = await openWatch();
      await watch.until(events => events.length > 0);
      plane.faults.disturbWatches(how, { resource: 'configmaps' });
      plane.store.update({ ...aConfigMap('a'), data: { after: how } });
      plane.faults.disturbWatches(how, { resource: 'configmaps' });
      expect(await watch.ended).toBe('end');
      const types = watch.events.map(({ type }) => type);
      expect(types).not.toContain('MODIFIED');
      expect(types.filter(type => type === 'ERROR')).toHaveLength(
        how === 'expire' ? 1 : 0,
      );
      expect((await list()).code).toBe(200);
    },
  );

  it('lets a watch stay open and say nothing any more', async () => {
    const watch = await openWatch();
    const other = await openWatch();
    await watch.until(events => events.length > 0);
    const [first] = plane.faults.openWatches();
    first.disturb('silence');
    const heard = watch.events.length;
    const more = other.events.length + 3;
    await other.until(events => events.length >= more);
    expect(watch.events.length - heard).toBeLessThanOrEqual(1);
    watch.close();
    other.close();
  });

  it('opens a watch that never says anything', async () => {
    plane.faults.inject({
      effect: { type: 'silence' },
      scope: { verbs: ['watch'] },
      times: 1,
    });
    const silent = await openWatch();
    const lively = await openWatch();
    await lively.until(events => events.length > 2);
    expect(silent.events).toEqual([]);
    silent.close();
    lively.close();
  });

  it('never answers', async () => {
    plane.faults.inject({ effect: { type: 'silence' }, times: 1 });
    const said: string[] = [];
    const unanswered = list().then(
      () => said.push('answered'),
      error => said.push(error.message),
    );
    expect((await list()).code).toBe(200);
    expect(said).toEqual([]);
    await plane.stop();
    await plane.start();
    await unanswered;
    expect(said).toEqual(['socket hang up']);
  });

  it('counts calls by verb and kind', async () => {
    plane.faults.resetCounts();
    await list();
    await list();
    await callKube(target, { path: '/version' });
    expect(plane.faults.counts()).toEqual({
      'list configmaps': 2,
      'get /version': 1,
    });
  });

  it('goes away and comes back at the same address', async () => {
    const watch = await openWatch();
    await plane.stop();
    expect(await watch.ended).toBe('cut');
    await expect(list()).rejects.toThrow('ECONNREFUSED');
    await plane.start();
    expect((await list()).code).toBe(200);
  });

  it('comes back from a backup with lower resourceVersions', async () => {
    for (let at = 0; at < 40; at += 1) {
      plane.store.update({ ...aConfigMap('a'), data: { at: String(at) } });
    }
    const before = Number(plane.store.resourceVersion());
    await plane.restartRestored();
    const { body } = await list();
    const after = Number(body.metadata.resourceVersion);
    expect(after).toBeLessThan(before);
    expect(body.items).toHaveLength(3);
    const ahead = await list(`?resourceVersion=${before}`);
    expect(ahead.body).toMatchObject({ code: 504, reason: 'Timeout' });
    // Who kept the old position hears nothing, as on a real server.
    const deaf = await watchKube(
      target,
      `${maps}?watch=true&resourceVersion=${before}`,
    );
    const watch = await openWatch();
    plane.store.update({ ...aConfigMap('b'), data: { changed: 'yes' } });
    await watch.until(events => events.some(one => one.type === 'MODIFIED'));
    expect(deaf.events).toEqual([]);
    deaf.close();
    watch.close();
  });
});

function aConfigMap(name: string): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'default' },
    data: {},
  };
}
