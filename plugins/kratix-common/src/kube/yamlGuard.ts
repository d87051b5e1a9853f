import { CST, Lexer } from 'yaml';

/**
 * Far beyond what is written by people, far below what a stack holds.
 * Indicators (`-`, `?`, `:`) are those of a line, or between two commas.
 */
const most = { flow: 100, indicators: 50, columns: 200, lexemes: 400_000 };

/**
 * What keeps a YAML text from being composed.
 *
 * @public
 */
export interface YamlTrouble {
  /** A predicate: "Its YAML …". */
  problem: 'is nested too deep' | 'has too many parts';
  /** In the text. */
  offset: number;
}

/**
 * Whether a YAML text of others is safe to be composed; to be asked before any
 * `parse` of it. The composer calls itself for every level, and a stack that is
 * used up may end the process rather than throw. Where nearly every character is
 * a sign of its own, each may be an error, which takes the composer far longer
 * than reading on. Takes a time linear to the text's length.
 *
 * @public
 */
export function yamlTrouble(text: string): YamlTrouble | undefined {
  const guard = yamlGuard();
  for (const lexeme of new Lexer().lex(text)) {
    const trouble = guard(lexeme);
    if (trouble) return trouble;
  }
  return undefined;
}

/**
 * {@link yamlTrouble} for who reads the lexemes anyway: told one after the
 * other. What a block scalar holds is one lexeme, so scripts may look as they
 * like.
 *
 * @internal
 */
export function yamlGuard(): (lexeme: string) => YamlTrouble | undefined {
  const isTooDeep = nestingGuard();
  let count = 0;
  let offset = 0;
  return lexeme => {
    const trouble = (problem: YamlTrouble['problem']) => ({ problem, offset });
    count += 1;
    if (count > most.lexemes) return trouble('has too many parts');
    if (isTooDeep(lexeme)) return trouble('is nested too deep');
    if (!isSign(lexeme)) offset += lexeme.length;
    return undefined;
  };
}

/** The lexer's own marks, of documents and scalars, are no text. */
function isSign(lexeme: string): boolean {
  return (
    lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END || lexeme === CST.SCALAR
  );
}

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
