import {
  Composer,
  CST,
  Lexer,
  Parser,
  type Document,
  type LineCounter,
} from 'yaml';

/**
 * Far beyond what is written by people, far below what a stack holds.
 * Indicators (`-`, `?`, `:`) are those of a line, or between two commas.
 */
const most = { flow: 100, indicators: 50, columns: 200, lexemes: 400_000 };

/**
 * The documents of a YAML file, at most so many and one more. Nothing of it is
 * composed where it nests too deep: the composer calls itself for every level,
 * and a stack that is used up may end the process rather than throw. Nor where
 * nearly every character is a sign of its own: each may be an error, which takes
 * the composer far longer than reading on.
 *
 * @internal
 */
export function yamlDocuments(
  text: string,
  options: { lineCounter: LineCounter; documents: number },
): { documents: Document.Parsed[] } | { problem: string } {
  const { lineCounter, documents } = options;
  const parser = new Parser(lineCounter.addNewLine);
  lineCounter.addNewLine(0);
  const isTooDeep = nestingGuard();
  const tokens: CST.Token[] = [];
  let count = 0;
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    if (lexemes > most.lexemes) return { problem: 'It has too many parts.' };
    if (isTooDeep(lexeme)) return { problem: 'Its YAML is nested too deep.' };
    for (const token of parser.next(lexeme)) {
      if (token.type === 'document') count += 1;
      if (count <= documents + 1) tokens.push(token);
    }
    if (count > documents) break;
  }
  for (const token of parser.end()) tokens.push(token);
  const composer = new Composer({ intAsBigInt: true, logLevel: 'silent' });
  return { documents: [...composer.compose(tokens)] };
}

/**
 * Told one lexeme after the other, says when they may nest too deep. What a
 * block scalar holds is one lexeme, so scripts may look as they like.
 */
function nestingGuard(): (lexeme: string) => boolean {
  let flow = 0;
  let indicators = 0;
  let isLineStart = true;
  return lexeme => {
    const wasLineStart = isLineStart;
    isLineStart = false;
    switch (CST.tokenType(lexeme)) {
      case 'newline':
        isLineStart = true;
        if (flow === 0) indicators = 0;
        return false;
      case 'space':
        return wasLineStart && lexeme.length > most.columns;
      case 'flow-seq-start':
      case 'flow-map-start':
        flow += 1;
        indicators = 0;
        return flow > most.flow;
      case 'flow-seq-end':
      case 'flow-map-end':
        flow = Math.max(0, flow - 1);
        return false;
      case 'comma':
        indicators = 0;
        return false;
      case 'seq-item-ind':
      case 'explicit-key-ind':
      case 'map-value-ind':
        indicators += 1;
        return indicators > most.indicators;
      case 'doc-start':
      case 'doc-end':
        flow = 0;
        return false;
      default:
        return false;
    }
  };
}
