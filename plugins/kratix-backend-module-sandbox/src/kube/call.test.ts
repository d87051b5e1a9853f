import { parseCall } from './call';

describe('parseCall', () => {
  const core = { group: '', version: 'v1' };
  const kratix = { group: 'platform.kratix.io', version: 'v1alpha1' };

  it.each([
    ['GET', '/api/v1/namespaces', 'list', { ...core, plural: 'namespaces' }],
    [
      'GET',
      '/api/v1/namespaces/team',
      'get',
      { ...core, plural: 'namespaces', name: 'team' },
    ],
    [
      'PUT',
      '/api/v1/namespaces/team/status',
      'update',
      { ...core, plural: 'namespaces', name: 'team', subresource: 'status' },
    ],
    [
      'GET',
      '/api/v1/namespaces/team/pods/a/log?container=b',
      'get',
      {
        ...core,
        plural: 'pods',
        namespace: 'team',
        name: 'a',
        subresource: 'log',
      },
    ],
    [
      'GET',
      '/apis/platform.kratix.io/v1alpha1/promises?watch=true',
      'watch',
      { ...kratix, plural: 'promises' },
    ],
    [
      'GET',
      '/apis/platform.kratix.io/v1alpha1/promises?watch=false',
      'list',
      { ...kratix, plural: 'promises' },
    ],
    [
      'PATCH',
      '/apis/platform.kratix.io/v1alpha1/promises/redis/status',
      'patch',
      { ...kratix, plural: 'promises', name: 'redis', subresource: 'status' },
    ],
    [
      'POST',
      '/apis/platform.kratix.io/v1alpha1/namespaces/team/works',
      'create',
      { ...kratix, plural: 'works', namespace: 'team' },
    ],
    [
      'DELETE',
      '/apis/platform.kratix.io/v1alpha1/namespaces/team/works',
      'deletecollection',
      { ...kratix, plural: 'works', namespace: 'team' },
    ],
    [
      'DELETE',
      '/apis/platform.kratix.io/v1alpha1/namespaces/team/works/one',
      'delete',
      { ...kratix, plural: 'works', namespace: 'team', name: 'one' },
    ],
  ])('%s %s is to %s', (method, url, verb, resource) => {
    expect(parseCall(method, url)).toMatchObject({ verb, resource });
  });

  it.each(['/version', '/apis', '/apis/batch', '/apis/batch/v1', '/api/v1'])(
    '%s is about no kind',
    path => {
      const call = parseCall('GET', path);
      expect(call).toMatchObject({ verb: 'get', path });
      expect(call.resource).toBeUndefined();
    },
  );
});
