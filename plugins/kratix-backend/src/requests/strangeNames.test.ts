import { startPortal } from '../__testUtils__/portal';
import { crd, pathOf } from '../__testUtils__/world';

let portal: Awaited<ReturnType<typeof startPortal>>;

beforeAll(async () => {
  portal = await startPortal();
});

const send = (method: 'post' | 'patch', path: string, text: string) =>
  portal.call(method, path).set('content-type', 'application/json').send(text);

it('a request may have fields of any name, and changes no prototype', async () => {
  const strange = '{"__proto__":{"polluted":1},"constructor":{"polluted":1}}';
  const { status } = await send(
    'post',
    `/requests/eu/${crd}`,
    `{"name":"fresh","namespace":"payments","object":{"spec":${strange}}}`,
  );
  expect(status).toBe(201);
  const [write] = portal.platforms.get('eu').recordedWrites;
  // What the cluster makes of it, the cluster says.
  expect(JSON.stringify(write)).toContain(strange);
  const page = await portal.call('get', pathOf('fresh'));
  expect(page.status).toBe(200);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

it.each([
  ['/metadata/labels', '{"constructor":"x"}'],
  ['/metadata/annotations/constructor', '"x"'],
  ['/metadata/__proto__/polluted', '1'],
  ['/__proto__/polluted', '1'],
  ['/spec/__proto__/polluted', '1'],
  ['/spec/constructor/prototype/polluted', '1'],
])('a patch of %s changes no prototype', async (path, value) => {
  const { status } = await send(
    'patch',
    pathOf('cache'),
    `{"generation":1,"patch":[{"op":"add","path":"${path}","value":${value}}]}`,
  );
  expect([200, 400, 409]).toContain(status);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect((await portal.call('get', pathOf('cache'))).status).toBe(200);
});

it.each([
  '?__proto__=x',
  '?constructor=x&sort=name',
  '?q=__proto__',
  '?status[__proto__]=failed',
])('a list asked with %s is a list or a refusal', async query => {
  const { status } = await portal.call('get', `/requests${query}`);
  expect([200, 400]).toContain(status);
  expect(Reflect.get({}, 'failed')).toBeUndefined();
});
