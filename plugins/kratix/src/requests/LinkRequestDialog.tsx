import { usePermission } from '@backstage/plugin-permission-react';
import {
  kratixRequestUpdatePermission,
  stringifyRequestRef,
  type RequestPage,
  type RequestView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  useKratixTranslation,
  Loaded,
  MiddleCut,
  PartialStrip,
  Problem,
  RequestStatus,
  SkeletonRows,
  useFormats,
  VisuallyHidden,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { ActionButton, useNotAllowedReason } from '../actions';
import { usePlatformTitles } from '../platforms/usePlatformTitles';
import { SearchField } from '../tables';
import { ChooserDialog } from './ChooserDialog';
import { useRequestList } from './useRequestList';
import { useServiceLink } from './useServiceLink';

const shown = 20;

const useStyles = makeStyles(
  theme => ({
    hint: { margin: theme.spacing(0, 0, 1.5) },
    list: { listStyle: 'none', margin: theme.spacing(1, 0), padding: 0 },
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:first-child': { borderTop: 'none' },
    },
    text: { flex: '1 1 160px', minWidth: 0 },
    name: { fontWeight: 600 },
    quiet: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
  }),
  { name: 'KratixLinkRequestDialog' },
);

/** What went wrong with which request. */
interface Trouble {
  request: RequestView;
  /** Absent: it is for another service by now. */
  error?: Error;
}

/**
 * Requests that are for no service yet, one of which becomes this service's.
 *
 * @internal
 */
export function LinkRequestDialog(props: {
  /** Entity ref of the Component. */
  service: string;
  title: string;
  onClose: () => void;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { service, title, onClose } = props;
  const [q, setQ] = useState('');
  const [busy, setBusy] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const { link } = useServiceLink();
  const { page } = useRequestList({
    q,
    service: [''],
    chip: 'mine',
    sort: 'name',
    size: shown,
  });

  const choose = async (request: RequestView) => {
    setBusy(stringifyRequestRef(request));
    setTrouble(undefined);
    try {
      const end = await link(request, service);
      if (end === 'linked') {
        onClose();
        return;
      }
      setTrouble({ request });
    } catch (error) {
      setTrouble({ request, error: error as Error });
    }
    setBusy(undefined);
  };

  return (
    <ChooserDialog
      title={t('infrastructure.linkTo', { service: title })}
      busy={busy !== undefined}
      onClose={onClose}
    >
      <p className={classes.hint}>{t('infrastructure.linkHint')}</p>
      <SearchField
        label={t('infrastructure.linkSearch')}
        value={q}
        onChange={setQ}
      />
      {trouble && <TroubleText {...trouble} onRetry={choose} />}
      <Loaded
        of={page}
        skeleton={<SkeletonRows count={5} height={44} />}
        forbidden={{
          what: t('requestsPage.what'),
          permission: 'kratix.request.read',
        }}
      >
        {value => (
          <Candidates
            page={value}
            searched={q !== ''}
            busy={busy}
            onChoose={choose}
          />
        )}
      </Loaded>
    </ChooserDialog>
  );
}

function TroubleText(props: Trouble & { onRetry: (of: RequestView) => void }) {
  const { t } = useKratixTranslation();
  const { request, error, onRetry } = props;
  if (error) return <Problem error={error} onRetry={() => onRetry(request)} />;
  return (
    <p role="alert">{t('infrastructure.linkTaken', { name: request.name })}</p>
  );
}

function Candidates(props: {
  page: Pick<RequestPage, 'items' | 'total' | 'freshness'>;
  searched: boolean;
  busy: string | undefined;
  onChoose: (request: RequestView) => void;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  const { page, searched, busy, onChoose } = props;
  const { items, total } = page;
  return (
    <>
      <PartialStrip freshness={page.freshness} />
      <VisuallyHidden>
        <span role="status">
          {t('infrastructure.linkFound', { count: total })}
        </span>
      </VisuallyHidden>
      {items.length === 0 ? (
        <EmptyState
          compact
          title={
            searched
              ? t('infrastructure.linkNoneFound')
              : t('infrastructure.linkNone')
          }
        />
      ) : (
        <ul className={classes.list} aria-label={t('infrastructure.link')}>
          {items.map(request => {
            const key = stringifyRequestRef(request);
            return (
              <Candidate
                key={key}
                request={request}
                busy={busy === key}
                onChoose={() => busy === undefined && onChoose(request)}
              />
            );
          })}
        </ul>
      )}
      {total > items.length && (
        <p className={classes.quiet}>
          {t('infrastructure.linkMore', {
            n: number(items.length),
            total: number(total),
          })}
        </p>
      )}
    </>
  );
}

function Candidate(props: {
  request: RequestView;
  busy: boolean;
  onChoose: () => void;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const notAllowed = useNotAllowedReason();
  const { request, busy, onChoose } = props;
  const { loading, allowed } = usePermission({
    permission: kratixRequestUpdatePermission,
    resourceRef: stringifyRequestRef(request),
  });
  const { name, namespace, promiseTitle, platform } = request;
  const { titleOf } = usePlatformTitles();
  const title = titleOf(platform);
  const place = namespace === '-' ? title : `${namespace}, ${title}`;
  return (
    <li className={classes.row}>
      <span className={classes.text}>
        <span className={classes.name}>
          <MiddleCut text={name} />
        </span>
        <div className={classes.quiet}>
          <bdi>{promiseTitle}</bdi> · {place}
        </div>
      </span>
      <RequestStatus description={request.description} />
      <ActionButton
        label={t('infrastructure.linkThis', { name })}
        reason={
          loading || allowed
            ? undefined
            : notAllowed(kratixRequestUpdatePermission.name)
        }
        busy={busy || loading}
        onClick={onChoose}
      >
        {t('infrastructure.linkOne')}
      </ActionButton>
    </li>
  );
}
