import {
  aPromise,
  startPortalBackend,
  until,
} from '../__testUtils__/portalBackend';

jest.setTimeout(120_000);

const plain = (title: string) => ({
  type: 'object',
  properties: {
    spec: { type: 'object', properties: { size: { type: 'string', title } } },
  },
});

const code = '${{ 7 * 7 }} {{ 6 * 6 }} {% raw %} {# no #} <b>x</b> \u2028 é';
const text = { type: 'string' };

/** Code of a template engine wherever an author can write. */
const codeEverywhere = {
  type: 'object',
  description: code,
  properties: {
    spec: {
      type: 'object',
      title: '${{ secrets.TOKEN }}',
      description: code,
      required: ['expression'],
      properties: {
        expression: { ...text, title: code, description: code },
        withDefault: { ...text, default: '${{ github.event.inputs.tag }}' },
        breaker: { ...text, default: '{% endraw %}${{ parameters.name }}' },
        choice: { ...text, enum: ['${{ a }}', '{{ b }}', '{% c %}'] },
        pattern: { ...text, pattern: '^\\$\\{\\{ [a-z]+ \\}\\}$' },
        list: { type: 'array', items: text, default: ['${{ one }}'] },
        map: { type: 'object', additionalProperties: text },
        '${{ name }}': { ...text, description: code },
        $text: { ...text, default: 'https://internal.example.com/secret' },
      },
    },
  },
};

const promises = [
  aPromise('redis', plain('Size')),
  aPromise('kafka', plain('Size')),
  // What no API server would store, and no engine can draw.
  aPromise('hostile', { properties: [{ $ref: '#' }], type: ['object', 4] }),
  aPromise('postgres', plain('Size')),
  aPromise('code', codeEverywhere),
];

let portal: Awaited<ReturnType<typeof startPortalBackend>>;

beforeAll(async () => {
  portal = await startPortalBackend({ promises });
});

async function templateOf(promise: string) {
  const { body } = await portal.entity('template', `eu.${promise}`);
  return body;
}

async function submit(promise: string, name: string, values: unknown) {
  const { status } = await portal.call('scaffolder/v2/tasks', {
    templateRef: `template:default/eu.${promise}`,
    values: { name, owner: 'group:default/payments', platform: 'eu', values },
  });
  expect(status).toBe(201);
  const write = await until(
    async () =>
      portal.platform.recordedWrites.find(
        ({ object }) => object.metadata.name === name,
      ),
    found => found !== undefined,
  );
  return write?.object.spec;
}

it('gives one Promise of five that can’t be drawn a text, and the rest their forms', async () => {
  const drawn = await Promise.all(
    promises.map(async ({ metadata: { name } }) => {
      const { spec } = await templateOf(name);
      const { values } = spec.parameters[1].properties;
      return [name, values.type, values['ui:widget']];
    }),
  );
  expect(drawn).toEqual([
    ['redis', 'object', undefined],
    ['kafka', 'object', undefined],
    ['hostile', 'string', 'textarea'],
    ['postgres', 'object', undefined],
    ['code', 'object', undefined],
  ]);
});

it('sends what was typed into that text', async () => {
  const values = 'spec:\n  any:\n    - { a: "${{ 1 }}" }\n';
  expect(await submit('hostile', 'by-text', values)).toEqual({
    any: [{ a: '${{ 1 }}' }],
  });
});

it('keeps what an author wrote from being run, wherever it stands', async () => {
  const { metadata, spec } = await templateOf('code');
  const [, page] = spec.parameters;
  const shown = JSON.stringify([metadata, page], (key, value) =>
    // What fills a field is data; all else is words or keys.
    ['default', 'enum'].includes(key) ? undefined : value,
  );
  expect(shown).not.toMatch(/\{\{|\{%|\{#/);
  expect(spec.steps[0].input).toEqual({
    platform: 'eu',
    promise: 'code',
    name: '${{ parameters.name }}',
    owner: '${{ parameters.owner }}',
    service: '${{ parameters.service }}',
    values: '${{ parameters.values }}',
  });
});

it('sends code that a person typed as the text that it is', async () => {
  const spec = {
    expression: code,
    withDefault: '${{ secrets.TOKEN }}',
    breaker: '{% endraw %}${{ parameters.owner }}{% raw %}',
    choice: '{{ b }}',
    pattern: '${{ abc }}',
    list: ['${{ two }}', '{% three %}'],
  };
  const { parameters } = (await templateOf('code')).spec;
  const fields = parameters[1].properties.values.properties.spec.properties;
  const data = {
    spec: { ...spec, map: [{ key: '${{ key }}', value: '${{ value }}' }] },
  };
  expect(Object.keys(fields)).toEqual(
    expect.arrayContaining(Object.keys(spec)),
  );
  expect(await submit('code', 'typed', data)).toEqual({
    ...spec,
    map: { '${{ key }}': '${{ value }}' },
  });
});
