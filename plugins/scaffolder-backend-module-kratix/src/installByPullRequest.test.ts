import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import {
  aFinding,
  aListingDetail,
  aReport,
} from './__testUtils__/fakeMarketplace';
import { startScaffolder } from './__testUtils__/startScaffolder';

jest.setTimeout(60_000);

const template = parse(
  readFileSync(
    resolve(
      __dirname,
      '../../../examples/templates/install-promise-by-pull-request.yaml',
    ),
    'utf8',
  ),
);

/** The Kratix backend, as far as this Template asks it. */
const kratixStandIn = createBackendPlugin({
  pluginId: 'kratix',
  register(env) {
    env.registerInit({
      deps: { http: coreServices.httpRouter },
      async init({ http }) {
        http.use((req, res) => {
          const finding = aFinding({
            check: 'image-tag',
            level: 'warning',
            params: { count: 1 },
          });
          res.json(
            req.path === '/marketplace/ours/redis'
              ? aListingDetail({ promiseUrl: 'https://git.example.org/r.yaml' })
              : aReport({ platform: 'eu-dev', findings: [finding] }),
          );
        });
      },
    });
  },
});

/** The stock action with the fields of it that the Template uses. */
function publishStandIn(published: unknown[]) {
  return createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'publish-stand-in',
    register(env) {
      env.registerInit({
        deps: { actions: scaffolderActionsExtensionPoint },
        async init({ actions }) {
          actions.addActions(
            createTemplateAction({
              id: 'publish:github:pull-request',
              supportsDryRun: true,
              schema: {
                input: z =>
                  z
                    .object({
                      repoUrl: z.string(),
                      branchName: z.string(),
                      title: z.string(),
                      description: z.string(),
                      update: z.boolean(),
                    })
                    .strict(),
                output: { remoteUrl: z => z.string() },
              },
              async handler({ input, output }) {
                published.push(input);
                output('remoteUrl', 'https://github.com/acme/platform/pull/1');
              },
            }),
          );
        },
      });
    },
  });
}

async function dryRun(values: object) {
  const published: unknown[] = [];
  const scaffolder = await startScaffolder([
    kratixStandIn,
    publishStandIn(published),
  ]);
  return { response: await scaffolder.dryRun(template, values), published };
}

const values = {
  platform: 'eu-dev',
  source: 'ours',
  entry: 'redis',
  repoUrl: 'github.com?owner=acme&repo=platform',
  folder: 'clusters/eu-dev/promises',
};

it.each([
  ['promise', 'Promise'],
  ['release', 'PromiseRelease'],
])('proposes a %s to the platform’s repository', async (method, kind) => {
  const { response, published } = await dryRun({ ...values, method });
  expect(response.body.error).toBeUndefined();
  expect(response.status).toBe(200);
  const [file] = response.body.directoryContents;
  expect(file.path).toBe('clusters/eu-dev/promises/redis.yaml');
  const manifest = parse(Buffer.from(file.base64Content, 'base64').toString());
  expect(manifest).toMatchObject({
    kind,
    metadata: {
      name: 'redis',
      annotations: { 'kratix-portal.io/marketplace-listing': 'ours/redis' },
    },
  });
  expect(published).toEqual([
    {
      repoUrl: values.repoUrl,
      branchName: 'install-redis-on-eu-dev',
      title: 'Install redis on eu-dev',
      update: true,
      description: expect.stringContaining(
        'warning image-tag: 1 images can change behind their names',
      ),
    },
  ]);
  expect(response.body.output.links).toEqual([
    { title: 'Pull request', url: 'https://github.com/acme/platform/pull/1' },
    {
      title: 'The Promise, once it is merged',
      url: '/kratix/promises/eu-dev/redis',
    },
  ]);
});

it.each([
  ['a folder out of the repository', { folder: '../elsewhere' }],
  ['a listing that is no name', { entry: 'a/../b' }],
  ['no repository', { repoUrl: undefined }],
])('refuses %s before any step runs', async (_what, more) => {
  const { response, published } = await dryRun({ ...values, ...more });
  expect(response.status).toBe(400);
  expect(published).toEqual([]);
});
