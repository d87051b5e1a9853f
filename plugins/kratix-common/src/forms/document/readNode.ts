import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { DocumentErrorCode } from './documentText';
import { objectOf } from './values';

/** More nodes than any request has, aliases followed. */
const maxNodes = 200_000;
const maxDepth = 300;

/** @internal */
export class UnreadableNode extends Error {
  constructor(
    readonly code: DocumentErrorCode,
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

interface Reading {
  /** What anchors stand for, with the number of nodes in it. */
  anchors: Map<string, { value: unknown; size: number }>;
  nodes: number;
}

/**
 * The JSON value of a YAML node. Whole numbers are exact, names are whatever
 * they are, and what JSON can't say is refused instead of being bent.
 *
 * @throws UnreadableNode
 * @internal
 */
export function readNode(node: unknown): unknown {
  return read(node, 0, { anchors: new Map(), nodes: 0 });
}

function read(node: unknown, depth: number, reading: Reading): unknown {
  const before = reading.nodes;
  const value = readBare(node, depth, reading);
  const anchor =
    isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : '';
  if (anchor) {
    reading.anchors.set(anchor, { value, size: reading.nodes - before });
  }
  return value;
}

function readBare(node: unknown, depth: number, reading: Reading): unknown {
  count(node, 1, reading);
  if (depth > maxDepth) {
    throw unreadable('too-large', 'It is nested too deeply.', node);
  }
  if (isAlias(node)) {
    // Known only once it was read whole: a node can't hold itself.
    const known = reading.anchors.get(node.source);
    if (!known) {
      throw unreadable('syntax', `Nothing is called &${node.source}.`, node);
    }
    count(node, known.size, reading);
    return known.value;
  }
  if (isScalar(node)) return scalarValue(node.value, node);
  if (isSeq(node)) {
    return node.items.map(item => read(item, depth + 1, reading));
  }
  if (!isMap(node)) return null;
  const names = new Set<string>();
  return objectOf(
    node.items.map(({ key, value }) => {
      const name = nameOf(key);
      if (name === undefined) {
        throw unreadable('not-json', 'A name must be text.', key);
      }
      if (names.has(name)) {
        throw unreadable('duplicate-key', `${name} is there twice.`, key);
      }
      names.add(name);
      return [name, read(value, depth + 1, reading)] as const;
    }),
  );
}

function count(node: unknown, nodes: number, reading: Reading): void {
  reading.nodes += nodes;
  if (reading.nodes > maxNodes) {
    throw unreadable('too-large', 'It holds too much.', node);
  }
}

function scalarValue(value: unknown, node: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw unreadable('not-json', 'This number can not be sent.', node);
  }
  return value ?? null;
}

/** The name of a member, as JSON has it: always text. @internal */
export function nameOf(key: unknown): string | undefined {
  const value: unknown = isScalar(key) ? key.value : key;
  if (typeof value === 'string') return value;
  // `10: x` and `true: x` are usual, and mean the text.
  if (isScalar(key) && value !== null && typeof value !== 'object') {
    return key.source ?? String(value);
  }
  return undefined;
}

function unreadable(code: DocumentErrorCode, message: string, node: unknown) {
  const offset = (node as Partial<Node> | null)?.range?.[0] ?? 0;
  return new UnreadableNode(code, message, offset);
}
