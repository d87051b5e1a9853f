import { useApi } from '@backstage/frontend-plugin-api';
import type {
  RequestListQuery,
  RequestView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  kratixApiRef,
  type KratixT,
  useKratixTranslation,
  PlainButton,
  Problem,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import GetApp from '@material-ui/icons/GetApp';
import { useState } from 'react';
import { downloadText, toCsv } from '../tables';

const mostRows = 10_000;
const pageSize = 100;

const heads = [
  'status',
  'name',
  'namespace',
  'promise',
  'platform',
  'team',
  'version',
  'health',
  'created',
  'changed',
] as const;

function lineOf(row: RequestView, t: KratixT): string[] {
  const { label, version, health } = row.description;
  return [
    t(`request.status.${label}`),
    row.name,
    row.namespace,
    row.promise,
    row.platform,
    row.owner ?? '',
    version.applied ?? '',
    t(`health.state.${health.state}`),
    row.createdAt ?? '',
    row.changedAt ?? '',
  ];
}

/** All rows of the list as it is filtered now, up to ten thousand. @internal */
export function ExportButton(props: { query: RequestListQuery }) {
  const api = useApi(kratixApiRef);
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  const [progress, setProgress] = useState<{ done: number; total: number }>();
  const [error, setError] = useState<Error>();

  const download = async () => {
    const lines: string[][] = [[...heads]];
    let total = Infinity;
    for (
      let page = 1;
      lines.length - 1 < Math.min(total, mostRows);
      page += 1
    ) {
      const result = await api.listRequests({
        ...props.query,
        page,
        size: pageSize,
      });
      total = result.total;
      lines.push(...result.items.map(row => lineOf(row, t)));
      setProgress({ done: lines.length - 1, total: Math.min(total, mostRows) });
      if (result.items.length === 0) break;
    }
    downloadText('requests.csv', 'text/csv;charset=utf-8', toCsv(lines));
  };
  const start = () => {
    setError(undefined);
    setProgress({ done: 0, total: 0 });
    download().then(
      () => setProgress(undefined),
      (failure: Error) => {
        setProgress(undefined);
        setError(failure);
      },
    );
  };
  return (
    <>
      <PlainButton
        startIcon={<GetApp />}
        aria-busy={progress !== undefined}
        onClick={progress ? undefined : start}
      >
        {progress
          ? t('tables.exporting', {
              done: number(progress.done),
              total: number(progress.total),
            })
          : t('tables.exportCsv')}
      </PlainButton>
      {error && <Problem error={error} onRetry={start} />}
    </>
  );
}
