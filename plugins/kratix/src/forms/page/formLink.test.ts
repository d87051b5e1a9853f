import { formLinkQuery, readFormLink } from './formLink';

const read = (query: string) => readFormLink(new URLSearchParams(query));

it('an address without a query asks for nothing', () => {
  expect(read('')).toEqual({ ignored: [] });
});

it.each([
  ['a name', 'name=orders-db', { name: 'orders-db' }],
  ['a team by name', 'team=payments', { team: 'group:default/payments' }],
  ['a team in full', 'team=group:x/Payments', { team: 'group:x/payments' }],
  ['a service', 'for=orders', { service: 'component:default/orders' }],
  ['a platform', 'platform=eu-dev', { platform: 'eu-dev' }],
  ['values as JSON', 'values={"size":"small"}', { values: { size: 'small' } }],
  [
    'values as YAML, with a large number',
    'values=n: 9007199254740993%0Al: [1]',
    { values: { n: 9007199254740993n, l: [1] } },
  ],
])('reads %s', (_what, query, expected) => {
  expect(read(query)).toEqual({ ...expected, ignored: [] });
});

it.each([
  ['values that are no mapping', 'values=[1]', 'values'],
  ['values nested without end', `values=${'['.repeat(60_000)}`, 'values'],
  ['values that are no YAML', 'values={', 'values'],
  ['values beyond any link', `values=${'a'.repeat(70_000)}`, 'values'],
  ['a team of another kind', 'team=user:default/me', 'team'],
  ['a service with a path in it', 'for=../../x', 'for'],
  ['a platform that is a script', 'platform=<script>', 'platform'],
])('leaves out and names %s', (_what, query, key) => {
  expect(read(query)).toEqual({ ignored: [key] });
});

it('a bomb of aliases is left out', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]',
    'c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]',
    'd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]',
  ].join('\n');
  expect(read(`values=${encodeURIComponent(bomb)}`).ignored).toEqual([
    'values',
  ]);
});

it('what is written is read again', () => {
  const link = {
    name: 'a',
    team: 'group:default/t',
    service: 'component:default/s',
  };
  const query = new URLSearchParams(formLinkQuery(link)).toString();
  expect(read(query)).toEqual({ ...link, ignored: [] });
});
