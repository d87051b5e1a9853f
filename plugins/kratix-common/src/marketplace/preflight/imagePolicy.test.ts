import fc from 'fast-check';
import { isAllowedImage, wholeImageName } from './imagePolicy';

const digest = `sha256:${'a'.repeat(64)}`;

it.each([
  ['redis', 'docker.io/library/redis'],
  ['redis:7', 'docker.io/library/redis:7'],
  [`redis@${digest}`, `docker.io/library/redis@${digest}`],
  ['bitnami/redis:7', 'docker.io/bitnami/redis:7'],
  ['docker.io/redis', 'docker.io/library/redis'],
  ['index.docker.io/library/redis', 'docker.io/library/redis'],
  ['GHCR.io/acme/x:v1', 'ghcr.io/acme/x:v1'],
  ['localhost/x', 'localhost/x'],
  ['localhost:5000/x:1', 'localhost:5000/x:1'],
  [
    'registry.local:5000/a/b__c/d-e.f:V1',
    'registry.local:5000/a/b__c/d-e.f:V1',
  ],
  ['', undefined],
  ['ghcr.io/acme/../evil', undefined],
  ['ghcr.io/acme//x', undefined],
  ['ghcr.io/acme/x ', undefined],
  ['ghcr.io/acme/X', undefined],
  ['ghcr.io/acme/x:a b', undefined],
  ['ghcr.io/acme/x@sha256:short', undefined],
  [`ghcr.io/acme/x@${digest}@${digest}`, undefined],
  ['https://ghcr.io/acme/x', undefined],
  ['evil.io/x\nghcr.io/acme/x', undefined],
  [`ghcr.io/${'a'.repeat(600)}`, undefined],
])('%j is %j as a whole', (image, whole) => {
  expect(wholeImageName(image)).toBe(whole);
});

it.each<[string, string[], boolean]>([
  ['ghcr.io/acme/x:v1', ['ghcr.io/acme/*'], true],
  ['ghcr.io/acme/team/x:v1', ['ghcr.io/acme/*'], true],
  [`ghcr.io/acme/x@${digest}`, ['ghcr.io/acme/*'], true],
  ['ghcr.io/acmeevil/x', ['ghcr.io/acme/*'], false],
  ['ghcr.io.evil.org/acme/x', ['ghcr.io/acme/*', 'ghcr.io/*'], false],
  ['evil.org/ghcr.io/acme/x', ['ghcr.io/acme/*'], false],
  ['ghcr.io/acme/../evil/x', ['ghcr.io/acme/*'], false],
  ['redis:7', ['redis'], true],
  ['redis:7', ['docker.io/library/*'], true],
  ['docker.io/library/redis', ['redis'], true],
  ['redis-evil', ['redis'], false],
  ['redis:7', ['redis:7'], true],
  ['redis:8', ['redis:7'], false],
  [`redis:7@${digest}`, ['redis:7'], false],
  ['mirror.example.org/a/x', ['*.example.org/*'], true],
  ['mirror.example.org/a/x', ['*.example.org/a/x'], true],
  ['evil.org/mirror.example.org/a/x', ['*.example.org/a/x'], false],
  ['a.b:5000/x', ['a.b:5000/x'], true],
  ['axb:5000/x', ['a.b:5000/x'], false],
  ['', ['*'], true],
  ['anything', ['*'], true],
  ['anything', [], false],
])('%j with %j: %j', (image, patterns, allowed) => {
  expect(isAllowedImage(image, patterns)).toBe(allowed);
});

it('never throws, whatever the image', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (image, pattern) => {
      expect(typeof isAllowedImage(image, [pattern])).toBe('boolean');
    }),
  );
});
