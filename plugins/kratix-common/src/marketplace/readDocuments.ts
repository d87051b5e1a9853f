import { isAlias, isMap, LineCounter, visit, type Document } from 'yaml';
import type { MarketplaceFinding } from '../api';
import {
  exactNumbers,
  isRecord,
  largerThan,
  type UnknownRecord,
} from '../kube';
import { yamlDocuments } from './yamlDocuments';

/** Beyond these a file is refused: nobody writes it, somebody may send it. */
const limits = {
  characters: 1_000_000,
  documents: 200,
  depth: 100,
  /** Of what a document holds once its aliases are written out. */
  values: 200_000,
};

/** A mapping in a YAML file and where it begins. @public */
export interface YamlDocument {
  value: UnknownRecord;
  /** From 1. */
  line: number;
}

/** What a YAML file holds. @public */
export interface ReadDocuments {
  documents: YamlDocument[];
  findings: MarketplaceFinding[];
  /** Of what is broken, the first that speaks of Kratix: a sentence. */
  problem?: string;
}

/**
 * The mappings of a multi-document YAML file. A document that is broken is
 * told, the others are read all the same. Whole numbers keep all their digits.
 * Takes up to seconds for a megabyte that is made for it.
 *
 * @public
 */
export function readDocuments(path: string, text: string): ReadDocuments {
  const read: ReadDocuments = { documents: [], findings: [] };
  const broken = (about: string, message: string, line?: number) => {
    read.findings.push({
      severity: 'broken',
      path,
      ...(line && { line }),
      text: message,
    });
    // Charts and the like that are templates are nobody's listing.
    if (about.includes('platform.kratix.io')) read.problem ??= message;
  };
  if (text.length > limits.characters) {
    const most = limits.characters.toLocaleString('en-US');
    broken(text, `It is longer than ${most} characters.`);
    return read;
  }
  const lineCounter = new LineCounter();
  const parsed = yamlDocuments(text, {
    lineCounter,
    documents: limits.documents,
  });
  if ('problem' in parsed) {
    broken(text, parsed.problem);
    return read;
  }
  const { documents } = parsed;
  for (const document of documents.slice(0, limits.documents)) {
    const [from, , to] = document.range ?? [0, 0, text.length];
    const about = text.slice(from, to);
    const { line } = lineCounter.linePos(from);
    const [error] = document.errors;
    if (error) {
      const at = lineCounter.linePos(error.pos[0]).line;
      const words = firstLine(error);
      broken(about, `It is no valid YAML on line ${at}: ${words}`, at);
      continue;
    }
    if (!isMap(document.contents)) continue;
    const value = valueOf(document);
    if ('problem' in value) broken(about, value.problem, line);
    else read.documents.push({ value: value.record, line });
  }
  if (documents.length > limits.documents) {
    broken(text, `Only the first ${limits.documents} documents are read.`);
  }
  return read;
}

function valueOf(
  document: Document.Parsed,
): { record: UnknownRecord } | { problem: string } {
  const { depth, hasAliases } = shapeOf(document);
  if (depth > limits.depth) return { problem: 'Its YAML is nested too deep.' };
  const endless = { problem: 'Its YAML repeats itself without end.' };
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    // Aliases may hold themselves, or little text a great many times.
    if (hasAliases && largerThan(value, limits)) return endless;
    const record = exactNumbers(value);
    return isRecord(record) ? { record } : { problem: 'It is no mapping.' };
  } catch {
    return endless;
  }
}

function firstLine(error: Error): string {
  return error.message.split('\n')[0].replace(/:$/, '');
}

function shapeOf(document: Document.Parsed): {
  depth: number;
  hasAliases: boolean;
} {
  let depth = 0;
  let hasAliases = false;
  visit(document, {
    Node(_key, node, path) {
      depth = Math.max(depth, path.length);
      hasAliases ||= isAlias(node);
      // Deep enough to know: the rest can't make it better.
      return depth > 2 * limits.depth ? visit.BREAK : undefined;
    },
  });
  // Each level of a mapping is a pair and a node.
  return { depth: depth / 2, hasAliases };
}
