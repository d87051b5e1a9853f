import { createOpenApiDocument } from './openapi';
import { kratixPaths } from './paths';

type Operation = {
  operationId: string;
  requestBody?: unknown;
  parameters?: Array<{ name: string; in: string }>;
  responses: Record<string, unknown>;
};
const document = createOpenApiDocument() as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
};

it('documents every path but itself', () => {
  const paths = Object.values(kratixPaths)
    .filter(path => path !== kratixPaths.openapi)
    .map(path => path.replace(/:([a-zA-Z]+)/g, '{$1}'));
  expect(Object.keys(document.paths).sort()).toEqual(paths.sort());
  expect(document.openapi).toBe('3.1.0');
});

it('asks for what an uninstall confirms', () => {
  const { delete: uninstall } = document.paths['/promises/{platform}/{name}'];
  const query = (uninstall.parameters ?? []).filter(one => one.in === 'query');
  expect(query.map(({ name }) => name).sort()).toEqual(['confirm', 'dryRun']);
  expect(uninstall.responses).toHaveProperty('409');
});

it.each(
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(
      ([method, operation]) => [method, path, operation] as const,
    ),
  ),
)('%s %s names its parameters and its refusals', (_method, path, operation) => {
  const inPath = (operation.parameters ?? [])
    .filter(parameter => parameter.in === 'path')
    .map(parameter => `{${parameter.name}}`);
  expect(inPath.sort()).toEqual((path.match(/\{[a-zA-Z]+\}/g) ?? []).sort());
  expect(Object.keys(operation.responses)).toEqual(
    expect.arrayContaining([
      ...['401', '403'],
      ...(operation.requestBody ? ['400', '413', '415'] : []),
    ]),
  );
  expect(operation.operationId).toMatch(/^[a-z][a-zA-Z]+$/);
});
