import {
  fieldAt,
  manifestOf,
  redacted,
  type PromiseApi,
  type RequestDocument,
  type RequestPlace,
  type ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import type { FieldProblem } from '../fields';
import { unseenPaths } from './draftText';
import { envelopeWords } from './envelopeWords';
import { envelopeProblems, type FormMode, type FormSource } from './formStart';
import { openNamespaces } from './places';
import { nameProblem } from './requestNames';
import type { NameCheck } from './useNameCheck';
import { nameProblemText } from './WhoAndWhere';
import type { Who } from './writes';

/** A place in a list, which may have been another's before. */
const isPlace = (part: string | number) => typeof part === 'number';

/**
 * What no schema knows of: a text that is no YAML, the envelope, the name, the
 * place, and secrets that would be overwritten with dots. Asked when somebody
 * wants to go on.
 *
 * @internal
 */
export function useOwnProblems(options: {
  mode: FormMode;
  api: PromiseApi;
  document: RequestDocument;
  places: readonly RequestPlace[];
  who: Who;
  nameCheck: NameCheck;
  base?: FormSource;
}): () => FieldProblem[] {
  const { t } = useKratixTranslation();
  const { mode, api, document, places, who, nameCheck, base } = options;
  return () => {
    const found: FieldProblem[] = [];
    const add = (path: ValuePath, message: string) =>
      found.push({ path, message, source: 'form' });
    for (const { line, message } of document.errors) {
      add([], t('formPage.view.line', { line: `${line}`, message }));
    }
    const around = envelopeProblems(document.value, { api, source: base?.ref });
    for (const problem of around) add(problem.path, envelopeWords(problem, t));
    for (const path of unseenToSend(document, base)) {
      add(path, t('formPage.envelope.unseen'));
    }
    if (mode === 'edit') return found;

    const name = textAt(document, 'name');
    const namespace = textAt(document, 'namespace') || '-';
    const wrongName = nameProblem(name);
    if (wrongName) {
      add(['metadata', 'name'], nameProblemText(name, wrongName, t));
    } else if (nameCheck.state === 'taken') {
      const suggestion = nameCheck.suggestion ?? '';
      add(
        ['metadata', 'name'],
        t('formPage.where.nameTaken', { name: suggestion }),
      );
    }
    const team = places.find(({ owner }) => owner === who.team);
    const isOpen = openNamespaces(team).some(one => one.name === namespace);
    if (!team) add(['metadata', 'namespace'], t('formPage.where.teamMissing'));
    else if (!isOpen) {
      add(
        ['metadata', 'namespace'],
        t('formPage.where.namespaceClosed', { namespace }),
      );
    }
    return found;
  };
}

function textAt(document: RequestDocument, field: string): string {
  const value = document.get(['metadata', field]);
  return typeof value === 'string' ? value : '';
}

/** Dots in place of a secret, where they would be sent as its value. */
function unseenToSend(
  document: RequestDocument,
  base?: FormSource,
): ValuePath[] {
  const all = unseenPaths(document.value);
  if (!base || all.length === 0) return all;
  if (unseenPaths(document.patchFrom(base.object)).length === 0) return [];
  const was = manifestOf(base.object);
  return all.filter(
    path => fieldAt(was, path) !== redacted || path.some(isPlace),
  );
}
