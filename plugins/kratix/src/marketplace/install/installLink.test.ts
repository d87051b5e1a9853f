import { readInstallLink, withInstallLink } from './installLink';

const read = (query: string) => readInstallLink(new URLSearchParams(query));

it.each([
  ['', { step: 'where', added: [], plan: [], edited: false }],
  ['step=preflight', { step: 'where' }],
  ['step=preflight&platform=eu', { step: 'preflight', platform: 'eu' }],
  ['step=nonsense&platform=eu', { step: 'where', platform: 'eu' }],
  ['platform=eu&method=release', { method: 'release' }],
  [
    'step=progress&platform=eu&plan=a,b,a&fresh=b',
    { step: 'progress', plan: ['a', 'b'], fresh: ['b'] },
  ],
  ['with=a,,b', { added: ['a', 'b'] }],
])('reads %s', (query, link) => {
  expect(read(query)).toMatchObject(link);
});

it('takes no method that it does not know', () => {
  expect(read('platform=eu&method=magic')).not.toHaveProperty('method');
});

it('comes back as it was written, and keeps what is not its own', () => {
  const before = new URLSearchParams('theme=dark&platform=eu');
  const link = {
    step: 'progress' as const,
    method: 'promise' as const,
    added: ['redis'],
    plan: ['redis', 'stack'],
    fresh: ['redis'],
    edited: true,
  };
  const after = withInstallLink(before, link);
  expect(readInstallLink(after)).toEqual({ platform: 'eu', ...link });
  expect(after.get('theme')).toBe('dark');
});

it('writes nothing that says nothing', () => {
  const full = new URLSearchParams(
    'step=preflight&platform=eu&method=promise&with=a&edited=true',
  );
  const link = {
    step: 'where' as const,
    method: undefined,
    added: [],
    edited: false,
  };
  expect(withInstallLink(full, link).toString()).toBe('platform=eu');
});
