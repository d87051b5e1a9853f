import type { MarketplaceFinding } from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  MarketplaceImage,
  MarketplaceSourceFile,
  MarketplaceSourceReading,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { Knex } from 'knex';
import {
  fileOf,
  fileRows,
  imageOf,
  type FileRow,
  type SourceRow,
} from './rows';

const sources = 'marketplace_sources';
const files = 'marketplace_files';
/** SQLite takes no more than some 32,000 values in a statement. */
const rowsAtOnce = 200;

/** What the database knows of a source, but for its files. @internal */
export interface SourceState {
  id: string;
  /** Of the config that it was read with. */
  digest: string;
  /** Rises with every change. */
  revision: number;
  /** The revision at which its files changed last; 0: never read. */
  content: number;
  etag?: string;
  label?: string;
  findings: MarketplaceFinding[];
  readAt?: string;
  failingSince?: string;
  problem?: string;
}

/** Which source is written, and what its writer knows of it. @internal */
export interface SourceWrite {
  id: string;
  digest: string;
  at: Date;
}

/**
 * The last reading of each source, in the database. What is kept is what was
 * read, not what was made of it: a later release reads it with its own eyes.
 *
 * @internal
 */
export class MarketplaceStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** How far each source is; cheap enough to ask every few seconds. */
  async revisions(): Promise<Pick<SourceState, 'id' | 'revision'>[]> {
    return this.#knex<SourceRow>(sources).select('id', 'revision');
  }

  async state(id: string): Promise<SourceState | undefined> {
    const row = await this.#knex<SourceRow>(sources).where({ id }).first();
    return row && stateOf(row);
  }

  /** Its text files and the paths of its images. */
  async texts(
    source: string,
  ): Promise<{ files: MarketplaceSourceFile[]; images: string[] }> {
    const rows = await this.#knex<FileRow>(files)
      .where({ source })
      .select('path', 'content_type', 'text', 'web_url')
      .select('public_url', 'summary');
    const images = rows.filter(row => row.content_type !== null);
    return {
      files: rows.filter(row => row.content_type === null).map(fileOf),
      images: images.map(({ path }) => path),
    };
  }

  /** Everything, as it was read. */
  async reading(source: string): Promise<MarketplaceSourceReading | undefined> {
    const state = await this.state(source);
    if (!state || state.content === 0) return undefined;
    const rows = await this.#knex<FileRow>(files).where({ source });
    return {
      files: rows.filter(row => row.content_type === null).map(fileOf),
      images: rows.flatMap(row => imageOf(row) ?? []),
      findings: state.findings,
      ...(state.etag && { etag: state.etag }),
      ...(state.label && { revision: state.label }),
    };
  }

  async text(source: string, path: string): Promise<string | undefined> {
    const row = await this.#knex<FileRow>(files)
      .where({ source, path })
      .first('text');
    return row?.text ?? undefined;
  }

  async image(
    source: string,
    path: string,
  ): Promise<MarketplaceImage | undefined> {
    const row = await this.#knex<FileRow>(files)
      .where({ source, path })
      .first('path', 'content_type', 'data');
    return row && imageOf(row);
  }

  /**
   * Puts a reading in the place of the last one, whole or not at all.
   *
   * @param since - content that the read began with. Where another replica has
   *   written since, its reading stays: it may well be the newer one
   */
  async save(
    { id, digest, at }: SourceWrite,
    reading: MarketplaceSourceReading,
    since: number,
  ): Promise<void> {
    const rows = fileRows(id, reading);
    await this.#knex.transaction(async trx => {
      const row = await this.#lock(trx, id, digest);
      if (row.content !== since) return;
      const findings = JSON.stringify(reading.findings ?? []);
      // A source without ETag brings the same again and again.
      const isNew =
        (await replaceFiles(trx, id, rows)) ||
        findings !== row.findings ||
        row.content === 0;
      await trx<SourceRow>(sources)
        .where({ id })
        .update({
          revision: row.revision + 1,
          ...(isNew && { content: row.revision + 1 }),
          etag: reading.etag ?? null,
          label: reading.revision ?? null,
          findings,
          read_at: at.toISOString(),
          failing_since: null,
          problem: null,
        });
    });
  }

  /** It was asked, and had nothing new. */
  async saw({ id, digest, at }: SourceWrite): Promise<void> {
    await this.#knex.transaction(async trx => {
      const { revision } = await this.#lock(trx, id, digest);
      await trx<SourceRow>(sources)
        .where({ id })
        .update({
          revision: revision + 1,
          read_at: at.toISOString(),
          failing_since: null,
          problem: null,
        });
    });
  }

  /** It could not be read; what was read before stays. */
  async failed(
    { id, digest, at }: SourceWrite,
    problem: string,
  ): Promise<void> {
    await this.#knex.transaction(async trx => {
      const row = await this.#lock(trx, id, digest);
      if (row.problem === problem) return;
      await trx<SourceRow>(sources)
        .where({ id })
        .update({
          revision: row.revision + 1,
          failing_since: row.failing_since ?? at.toISOString(),
          problem,
        });
    });
  }

  /** Forgets the sources that config names no more. */
  async keepOnly(ids: string[]): Promise<void> {
    await this.#knex.transaction(async trx => {
      await trx<FileRow>(files).whereNotIn('source', ids).delete();
      await trx<SourceRow>(sources).whereNotIn('id', ids).delete();
    });
  }

  /**
   * The row, ours until the transaction ends; fresh where it is missing or of
   * another config, whose listings must not be shown as these.
   */
  async #lock(
    trx: Knex.Transaction,
    id: string,
    digest: string,
  ): Promise<SourceRow> {
    const fresh = { id, digest, revision: 0, content: 0, findings: '[]' };
    await trx<SourceRow>(sources).insert(fresh).onConflict('id').ignore();
    const [row] = await trx<SourceRow>(sources).where({ id }).forUpdate();
    if (row.digest === digest) return row;
    await trx<FileRow>(files).where({ source: id }).delete();
    const next = {
      ...row,
      digest,
      content: 0,
      etag: null,
      label: null,
      findings: '[]',
      read_at: null,
      failing_since: null,
      problem: null,
    };
    await trx<SourceRow>(sources).where({ id }).update(next);
    return next;
  }
}

/**
 * Writes only what differs: most of a source stays as it was. Says whether
 * anything did.
 */
async function replaceFiles(
  trx: Knex.Transaction,
  source: string,
  rows: FileRow[],
): Promise<boolean> {
  const before = await trx<FileRow>(files)
    .where({ source })
    .select('path', 'hash');
  const known = new Map(before.map(({ path, hash }) => [path, hash]));
  const changed = rows.filter(({ path, hash }) => known.get(path) !== hash);
  const wanted = new Map(rows.map(({ path, hash }) => [path, hash]));
  const gone = before
    .filter(({ path, hash }) => wanted.get(path) !== hash)
    .map(({ path }) => path);
  for (let at = 0; at < gone.length; at += rowsAtOnce) {
    await trx<FileRow>(files)
      .where({ source })
      .whereIn('path', gone.slice(at, at + rowsAtOnce))
      .delete();
  }
  await trx.batchInsert(files, changed, rowsAtOnce);
  return changed.length + gone.length > 0;
}

function stateOf(row: SourceRow): SourceState {
  return {
    id: row.id,
    digest: row.digest,
    revision: row.revision,
    content: row.content,
    findings: JSON.parse(row.findings),
    ...(row.etag !== null && { etag: row.etag }),
    ...(row.label !== null && { label: row.label }),
    ...(row.read_at !== null && { readAt: row.read_at }),
    ...(row.failing_since !== null && { failingSince: row.failing_since }),
    ...(row.problem !== null && { problem: row.problem }),
  };
}
