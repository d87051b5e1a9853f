import { outputsView } from '../requests';
import { aReadyRequest, seedSchemas, sharedSchemas } from '../testing';
import { outputTitles } from './outputs';

const text = { type: 'string' };
const object = (properties: object) => ({ type: 'object', properties });
const withStatus = (properties: object) =>
  object({ spec: object({}), status: object(properties) });

describe('what one gets back, before there is a request', () => {
  it.each<[string, string, string[]]>([
    ['by its name', 'host', ['Host']],
    [
      'in the author’s words and order',
      'port=Port number, host',
      ['Port number', 'Host'],
    ],
    ['below a part', 'connection.url', ['Connection › URL']],
    ['with a sign in its title', 'ratio=a=b', ['a=b']],
    ['once', 'url, url', ['URL']],
    ['but not what Kratix writes', 'message, conditions, url', ['URL']],
  ])('is what the author names: %s', (_what, hint, titles) => {
    const schema = withStatus({ zone: text });
    expect(outputTitles(schema, hint)).toEqual(titles);
  });

  it.each<[string, object, string[]]>([
    ['a text', { url: text }, ['URL']],
    [
      'several in the author’s order',
      { url: text, host: text },
      ['URL', 'Host'],
    ],
    [
      'what lies below',
      { db: object({ host: text, port: text }) },
      ['DB › Host', 'DB › Port'],
    ],
    [
      'a list as a whole',
      { hosts: { type: 'array', items: object({ ip: text }) } },
      ['Hosts'],
    ],
    [
      'a map as a whole',
      { zones: { type: 'object', additionalProperties: text } },
      ['Zones'],
    ],
    [
      'an object of any shape as a whole',
      { details: { type: 'object' } },
      ['Details'],
    ],
    [
      'a Secret by where it is',
      { secretRef: object({ name: text, namespace: text }) },
      ['Secret ref'],
    ],
    ['a Secret by its name', { secretName: text }, ['Secret name']],
    [
      'nothing that is hidden anyway',
      { password: text, credentials: object({ user: text }), host: text },
      ['Host'],
    ],
    [
      'nothing that Kratix writes',
      {
        message: text,
        conditions: { type: 'array' },
        kratix: object({ a: text }),
        workflows: text,
        url: text,
      },
      ['URL'],
    ],
  ])('is what the schema declares: %s', (_what, status, titles) => {
    expect(outputTitles(withStatus(status))).toEqual(titles);
  });

  it.each<[string, unknown]>([
    ['there is no schema', undefined],
    ['the schema is none', 'text'],
    ['nothing is declared', object({ spec: object({ size: text }) })],
    [
      'anything may come',
      object({
        status: {
          type: 'object',
          'x-kubernetes-preserve-unknown-fields': true,
        },
      }),
    ],
    [
      'Kratix’s own are all there is',
      withStatus({ conditions: {}, observedGeneration: {} }),
    ],
    [
      'the status is a list',
      object({ status: { type: 'array', items: text } }),
    ],
  ])('is not known where %s', (_what, schema) => {
    expect(outputTitles(schema)).toEqual([]);
    expect(outputTitles(schema, ' , ')).toEqual([]);
  });

  it('has an end, however much a schema declares', () => {
    const wide = (count: number, child: object) =>
      object(
        Object.fromEntries(
          Array.from({ length: count }, (_none, index) => [`f${index}`, child]),
        ),
      );
    // A hundred million leaves, of which each is the same object.
    const deep = [1, 2, 3].reduce(child => wide(100, child), wide(100, text));
    const titles = outputTitles(object({ status: deep }));
    expect(titles).toHaveLength(200);
    expect(titles[0]).toBe('F0 › F0 › F0 › F0');
  });

  it('is called as the request shows it once it is there', () => {
    const status = {
      url: 'https://a.example',
      db: { host: 'b' },
      secretRef: { name: 'c' },
    };
    const schema = withStatus({
      url: text,
      db: object({ host: text }),
      secretRef: object({ name: text }),
    });
    for (const hint of [undefined, 'db.host=Machine,url,secretRef']) {
      const shown = outputsView(aReadyRequest({ status }), hint);
      expect(outputTitles(schema, hint)).toEqual(
        shown.map(({ title }) => title),
      );
    }
  });
});

describe('of Promises that there are', () => {
  const titlesOf = (schemas: ReturnType<typeof seedSchemas>) =>
    schemas.map(({ name, schema }) => [name, outputTitles(schema)] as const);

  it('the embedded ones declare none: they name them', () => {
    const own = titlesOf(seedSchemas());
    expect(own.length).toBeGreaterThan(5);
    expect(own.flatMap(([, titles]) => titles)).toEqual([]);
  });

  const shared = sharedSchemas();
  if (shared.length === 0) {
    process.stdout.write(
      'The schemas beside this checkout are missing: their outputs are not read\n',
    );
  } else {
    it('one of Kratix’s marketplace says what it gives back', () => {
      const runtime = shared.filter(({ file }) => file === 'runtime');
      expect(titlesOf(runtime)).toEqual([['runtime v1alpha1', ['URL']]]);
    });

    it('none of hundreds tells of what Kratix writes or hides', () => {
      const titles = titlesOf(shared).flatMap(([, all]) => all);
      expect(titles.length).toBeGreaterThan(100);
      expect(titles).not.toContain('');
      expect(
        titles.filter(title =>
          /^(Conditions|Message|Observed generation|Workflows)\b/.test(title),
        ),
      ).toEqual([]);
      expect(
        titles.filter(title =>
          /(^|› )(Password|Token|Credentials)$/.test(title),
        ),
      ).toEqual([]);
    });
  }
});
