import { createHash } from 'node:crypto';
import type {
  MarketplaceImage,
  MarketplaceSourceFile,
  MarketplaceSourceReading,
} from '@kratix-portal/backstage-plugin-kratix-node';

/** A row of `marketplace_sources`. @internal */
export interface SourceRow {
  id: string;
  digest: string;
  revision: number;
  content: number;
  etag: string | null;
  label: string | null;
  findings: string;
  read_at: string | null;
  failing_since: string | null;
  problem: string | null;
}

/** A row of `marketplace_files`. @internal */
export interface FileRow {
  source: string;
  path: string;
  hash: string;
  content_type: string | null;
  text: string | null;
  data: Buffer | null;
  web_url: string | null;
  public_url: string | null;
  summary: string | null;
}

/** The rows of a reading, each path once. @internal */
export function fileRows(
  source: string,
  reading: MarketplaceSourceReading,
): FileRow[] {
  const rows = new Map<string, FileRow>();
  for (const file of reading.files) {
    rows.set(file.path, textRow(source, file));
  }
  for (const image of reading.images) {
    rows.set(image.path, imageRow(source, image));
  }
  return [...rows.values()];
}

function textRow(source: string, file: MarketplaceSourceFile): FileRow {
  return hashed({
    source,
    path: file.path,
    content_type: null,
    text: kept(file.text),
    data: null,
    web_url: file.webUrl ?? null,
    public_url: file.publicUrl ?? null,
    summary: file.summary === undefined ? null : kept(file.summary),
  });
}

/** PostgreSQL keeps every character but this one. */
function kept(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}

function imageRow(source: string, image: MarketplaceImage): FileRow {
  return hashed({
    source,
    path: image.path,
    content_type: image.contentType,
    text: null,
    data: image.data,
    web_url: null,
    public_url: null,
    summary: null,
  });
}

function hashed(row: Omit<FileRow, 'hash'>): FileRow {
  const { text, data, content_type, web_url, public_url, summary } = row;
  const hash = createHash('sha256')
    .update(JSON.stringify([content_type, web_url, public_url, summary, text]))
    .update(data ?? '')
    .digest('hex');
  return { ...row, hash };
}

/** @internal */
export function fileOf(
  row: Pick<FileRow, 'path' | 'text' | 'web_url' | 'public_url' | 'summary'>,
): MarketplaceSourceFile {
  return {
    path: row.path,
    text: row.text ?? '',
    ...(row.web_url && { webUrl: row.web_url }),
    ...(row.public_url && { publicUrl: row.public_url }),
    ...(row.summary && { summary: row.summary }),
  };
}

/** @internal */
export function imageOf(
  row: Pick<FileRow, 'path' | 'content_type' | 'data'>,
): MarketplaceImage | undefined {
  const { path, content_type: contentType, data } = row;
  return contentType && data ? { path, contentType, data } : undefined;
}
