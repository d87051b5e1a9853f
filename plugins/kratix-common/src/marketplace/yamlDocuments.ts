import {
  Composer,
  Lexer,
  Parser,
  type CST,
  type Document,
  type LineCounter,
} from 'yaml';
import { yamlGuard } from '../kube';

/**
 * The documents of a YAML file, at most so many and one more. Nothing of it is
 * composed where that is not safe.
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
  const guard = yamlGuard();
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const trouble = guard(lexeme);
    if (trouble) return { problem: `Its YAML ${trouble.problem}.` };
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
