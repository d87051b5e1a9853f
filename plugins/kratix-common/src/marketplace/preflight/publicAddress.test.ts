import fc from 'fast-check';
import { isPublicAddress } from './publicAddress';

it.each([
  'https://promises.sandbox.invalid/redis.yaml?v1.0.0',
  'https://raw.githubusercontent.com/acme/promises/main/redis.yaml',
  'https://Example.ORG/x',
  'https://example.org',
  'https://example.org:8443/x#y',
  'https://example.org./x',
  'https://svc.example.org/x',
  'https://localhost.example.org/x',
  'https://xn--bcher-kva.example/x',
  'https://example.xn--p1ai/x',
  'https://1.2.3.4.example.org/x',
  'https://example.org/x@y:z',
])('%s is public', address => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  ['no address', ''],
  ['no address', 'redis.yaml'],
  ['no https', 'http://example.org/x'],
  ['no https', 'ftp://example.org/x'],
  ['no https', 'file:///etc/passwd'],
  ['no https', '//example.org/x'],
  ['one name', 'https://vault/x'],
  ['one name', 'https://vault:8200/x'],
  ['one name', 'https://vault./x'],
  ['this machine', 'https://localhost/x'],
  ['this machine', 'https://LOCALHOST:6443/x'],
  ['this machine', 'https://a.localhost/x'],
  ['this network', 'https://printer.local/x'],
  ['this network', 'https://metadata.google.internal/x'],
  ['this network', 'https://metadata.google.internal./x'],
  ['this cluster', 'https://vault.secrets.svc/x'],
  ['this cluster', 'https://vault.secrets.svc.cluster.local/x'],
  ['this cluster', 'https://kubernetes.default/x'],
  ['this cluster', 'https://dns.kube-system/x'],
  ['IPv4', 'https://10.0.0.1/x'],
  ['IPv4', 'https://169.254.169.254/latest/meta-data'],
  ['IPv4', 'https://8.8.8.8:443/x'],
  ['IPv4', 'https://127.0.0.1./x'],
  ['IPv4, otherwise', 'https://127.1/x'],
  ['IPv4, otherwise', 'https://2130706433/x'],
  ['IPv4, otherwise', 'https://0x7f.0.0.0x1/x'],
  ['IPv4, otherwise', 'https://017700000001/x'],
  ['IPv6', 'https://[::1]/x'],
  ['IPv6', 'https://[::ffff:10.0.0.1]:443/x'],
  ['a user', 'https://me@example.org/x'],
  ['a user', 'https://me:secret@example.org/x'],
  ['a user that looks like a host', 'https://example.org@10.0.0.1/x'],
  ['a user that looks like a host', 'https://example.org:443@vault/x'],
  ['another parser’s host', 'https://example.org\\@vault/x'],
  ['another parser’s host', 'https://vault\\.example.org/x'],
  ['another parser’s host', 'https://exa%6dple.org/x'],
  ['another parser’s host', 'https://va\tult.example.org/x'],
  ['another parser’s host', ' https://example.org/x'],
  ['no ASCII', 'https://bücher.example/x'],
  ['no ASCII', 'https://ｌｏｃａｌｈｏｓｔ/x'],
  ['no ASCII', 'https://vault。local/x'],
  ['no port', 'https://example.org:99999/x'],
  ['no port', 'https://example.org:/x'],
  ['an empty name', 'https://example..org/x'],
  ['an empty name', 'https://.example.org/x'],
  ['an empty name', 'https://example.org../x'],
  ['dots alone', 'https://../x'],
  ['a space', 'https://example.org/x y'],
  ['two lines', 'https://example.org/x\nhttps://vault/'],
])('%s: %s is not', (_what, address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it('takes only what has that very host here too, and never throws', () => {
  const text = fc.oneof(
    fc.webUrl(),
    fc.string(),
    fc.string().map(host => `https://${host}/x`),
  );
  fc.assert(
    fc.property(text, address => {
      if (!isPublicAddress(address)) return;
      const { protocol, hostname, username } = new URL(address);
      expect(protocol).toBe('https:');
      expect(username).toBe('');
      expect(hostname).toMatch(/[a-z]/);
      expect(hostname).toContain('.');
    }),
  );
});
