import { isMap, LineCounter, parseAllDocuments, visit } from 'yaml';
import { isRecord, type UnknownRecord } from '../kube';
import type { MarketplaceFinding } from './types';

/** Beyond these a file is refused: nobody writes it, somebody may send it. */
const limits = { characters: 1_000_000, documents: 200, depth: 100 };

/** A mapping in a YAML file and where it begins. @internal */
export interface YamlDocument {
  value: UnknownRecord;
  /** From 1. */
  line: number;
}

/**
 * The mappings of a multi-document YAML file. A document that is broken is
 * told, the others are read all the same.
 *
 * @internal
 */
export function readDocuments(
  path: string,
  text: string,
): { documents: YamlDocument[]; findings: MarketplaceFinding[] } {
  const broken = (message: string, line?: number): MarketplaceFinding => ({
    severity: 'broken',
    path,
    ...(line && { line }),
    text: message,
  });
  if (text.length > limits.characters) {
    const most = limits.characters.toLocaleString('en-US');
    return {
      documents: [],
      findings: [broken(`It is longer than ${most} characters.`)],
    };
  }
  const lineCounter = new LineCounter();
  const parsed = parseAllDocuments(text, {
    lineCounter,
    intAsBigInt: false,
    logLevel: 'silent',
  });
  if (!Array.isArray(parsed)) return { documents: [], findings: [] };
  const documents: YamlDocument[] = [];
  const findings: MarketplaceFinding[] = [];
  for (const document of parsed.slice(0, limits.documents)) {
    const [error] = document.errors;
    const line = lineCounter.linePos(document.range?.[0] ?? 0).line;
    if (error) {
      const at = error.linePos?.[0].line ?? line;
      findings.push(broken(`It is no valid YAML: ${firstLine(error)}`, at));
      continue;
    }
    if (!isMap(document.contents)) continue;
    if (depthOf(document) > limits.depth) {
      findings.push(broken('Its YAML is nested too deep.', line));
      continue;
    }
    try {
      const value: unknown = document.toJS({ maxAliasCount: 100 });
      if (isRecord(value)) documents.push({ value, line });
    } catch {
      findings.push(broken('Its YAML repeats itself without end.', line));
    }
  }
  if (parsed.length > limits.documents) {
    findings.push(
      broken(`Only the first ${limits.documents} documents are read.`),
    );
  }
  return { documents, findings };
}

function firstLine(error: Error): string {
  return error.message.split('\n')[0].replace(/:$/, '');
}

function depthOf(document: Parameters<typeof visit>[0]): number {
  let depth = 0;
  visit(document, {
    Node(_key, _node, path) {
      depth = Math.max(depth, path.length);
      // Deep enough to know: the rest can't make it better.
      return depth > 2 * limits.depth ? visit.BREAK : undefined;
    },
  });
  // Each level of a mapping is a pair and a node.
  return depth / 2;
}
