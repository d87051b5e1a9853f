import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { createStore, KubeStatusError, type KindInfo } from '../store';
import { parseFieldSelector } from './fieldSelector';
import { parseLabelSelector } from './labelSelector';

const object: KubeObject = {
  metadata: {
    name: 'a',
    namespace: 'team',
    labels: { tier: 'gold', 'kratix.io/promise-name': 'redis', empty: '' },
  },
  status: { phase: 'Running' },
};

describe('parseLabelSelector', () => {
  it.each([
    ['', true],
    ['tier=gold', true],
    ['tier==gold', true],
    ['tier=silver', false],
    ['tier!=silver', true],
    ['none!=silver', true],
    ['tier', true],
    ['!tier', false],
    ['none', false],
    ['!none', true],
    ['empty=', true],
    ['tier in (gold, silver)', true],
    ['tier in (silver)', false],
    ['none in (silver)', false],
    ['tier notin (gold)', false],
    ['none notin (gold)', true],
    ['tier=gold,kratix.io/promise-name=redis', true],
    ['tier in (gold,silver),kratix.io/promise-name!=redis', false],
  ])('%s: %s', (selector, expected) => {
    expect(parseLabelSelector(selector).matches(object)).toBe(expected);
  });

  it('names what an index can find', () => {
    expect(parseLabelSelector('a=1,b!=2,c in (3)').equal).toEqual({ a: '1' });
  });

  it.each(['a=b=c', 'a in b', '=x', 'a b'])('refuses %s', selector => {
    expect(() => parseLabelSelector(selector)).toThrow(KubeStatusError);
  });
});

describe('parseFieldSelector', () => {
  const pods = createStore().kind('', 'pods') as KindInfo;

  it.each([
    ['metadata.name=a', true],
    ['metadata.name=b', false],
    ['metadata.namespace=team,status.phase!=Succeeded', true],
    ['status.phase!=Running', false],
    ['spec.nodeName=', true],
  ])('%s: %s', (selector, expected) => {
    expect(parseFieldSelector(selector, pods)(object)).toBe(expected);
  });

  it('refuses a field that no index has', () => {
    expect(() => parseFieldSelector('spec.hostname=a', pods)).toThrow(
      'field label not supported: spec.hostname',
    );
  });
});
