import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import * as tar from 'tar';
import { startLocalHost, type Answer } from './localHost';

/** A gzipped archive as hosts of repositories send it. */
export async function archiveOf(
  files: Record<string, string | Buffer>,
): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'kratix-archive-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      const file = join(folder, 'promises', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    mkdirSync(join(folder, 'promises'), { recursive: true });
    const chunks: Buffer[] = [];
    const stream = tar.create({ cwd: folder, gzip: true }, ['promises']);
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A host of one repository, and Backstage's own readers for it. */
export async function startGitHost() {
  const host = await startLocalHost();
  const config = new ConfigReader({
    integrations: {
      gitea: [
        {
          host: new URL(host.url).host,
          baseUrl: host.url,
          username: 'portal',
          password: 'hush-hush',
        },
      ],
    },
  });
  const api = '/api/v1/repos/acme/promises';
  return {
    ...host,
    config,
    tree: `${host.url}/acme/promises/src/branch/main`,
    integrations: ScmIntegrations.fromConfig(config),
    urlReader: UrlReaders.default({
      config,
      logger: mockServices.logger.mock(),
    }),
    /** From now on the branch is at this commit, with this archive. */
    push(commit: string, archive: Answer) {
      const sha = commit.padEnd(40, '0');
      host.answers[`${api}/git/commits/main`] = JSON.stringify({ sha });
      host.answers[`${api}/archive/main.tar.gz`] = archive;
    },
    archivesRead: () =>
      host.calls.filter(call => call.endsWith('.tar.gz')).length,
  };
}
