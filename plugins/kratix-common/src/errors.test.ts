import {
  errorFromKube,
  PlatformRefusedError,
  RefusedInputError,
} from './errors';
import { redacted, type KubeStatus, type KubeStatusCause } from './kube';

const status = (
  code: number,
  message: string,
  causes: KubeStatusCause[] = [],
): KubeStatus => ({
  kind: 'Status',
  apiVersion: 'v1',
  code,
  message,
  details: { causes },
});

const webhook = 'admission webhook "v.example.org" denied the request: no';

it.each<[string, number, string, string, string]>([
  ['input', 422, 'spec.size: too large', 'InputError', 'spec.size: too large'],
  ['a webhook', 403, webhook, 'InputError', webhook],
  ['rights', 403, 'ann may not', 'NotAllowedError', 'Not allowed'],
  ['what is not there', 404, 'no such', 'NotFoundError', 'Not found'],
  ['a conflict', 409, 'changed', 'ConflictError', 'Changed meanwhile'],
  ['credentials', 401, 'who?', 'PlatformUnavailableError', 'be reached'],
  ['a failure', 500, 'etcd at 10.0.0.1', 'PlatformUnavailableError', 'reached'],
])('a refusal about %s', (_what, code, said, name, message) => {
  const error = errorFromKube('eu', status(code, said));
  expect(error instanceof RefusedInputError ? 'InputError' : error.name).toBe(
    name,
  );
  expect(error.message).toContain(message);
});

const cannot = (rest: string) => `x is forbidden: User "ann" cannot ${rest}`;

it.each<[string, string, string, object]>([
  [
    'in a namespace',
    cannot(
      'get resource "redis" in API group "demo.io" in the namespace "payments"',
    ),
    ': get on redis in payments',
    { verb: 'get', resource: 'redis', namespace: 'payments' },
  ],
  [
    'anywhere, with a reason',
    `${cannot(
      'list resource "pods/log" in API group "" at the cluster scope',
    )}: no such role`,
    ': list on pods/log',
    { verb: 'list', resource: 'pods/log' },
  ],
  ['in words of its own', 'computer says no', '', {}],
])(
  'says what the platform refused %s, and not whom',
  (_where, said, sentence, refused) => {
    const error = errorFromKube('eu', status(403, said));
    expect(error).toBeInstanceOf(PlatformRefusedError);
    expect(error.message).toBe(`Not allowed on platform 'eu'${sentence}`);
    expect(error).toHaveProperty('refused', { platform: 'eu', ...refused });
  },
);

describe('what a refusal quotes', () => {
  const cause = (field: string, value: string) => ({
    field,
    reason: 'FieldValueInvalid',
    message: `Invalid value: ${value}: must be longer`,
  });
  const refusal = (...causes: ReturnType<typeof cause>[]) =>
    errorFromKube(
      'eu',
      status(
        422,
        `Redis "a" is invalid: [${causes
          .map(({ field, message }) => `${field}: ${message}`)
          .join(', ')}]`,
        causes,
      ),
    );

  it.each([
    ['a text', 'spec.password', '"hush"'],
    ['a text with quotes', 'spec.password', '"hu\\"hush"'],
    ['a number', 'spec.apiKey', '4711'],
    ['what lies below a secret', 'spec.credentials.user', '"hush"'],
    ['one of a list', 'spec.tokens[0]', '"hush"'],
  ])('hides %s', (_what, field, value) => {
    const error = refusal(cause('spec.size', '"kept"'), cause(field, value));
    const text = `${error.message} ${JSON.stringify(error)}`;
    expect(text).not.toMatch(/hush|4711/);
    expect(error.message).toContain(
      `${field}: Invalid value: "${redacted}": must be longer`,
    );
    expect(error.message).toContain('spec.size: Invalid value: "kept"');
    expect(error).toMatchObject({
      causes: [{ field: 'spec.size' }, { field }],
    });
  });

  it('hides passwords in addresses, and cuts what is endless', () => {
    const error = refusal(cause('spec.url', '"https://me:hush@example.org"'));
    expect(`${error.message} ${JSON.stringify(error)}`).not.toContain('hush');
    const long = refusal(cause('spec.note', `"${'x'.repeat(10_000)}"`));
    expect(long.message.length).toBeLessThan(3000);
  });
});
