import type {
  PreflightFinding,
  PreflightReport,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  Panel,
  PlainButton,
  Problem,
  SkeletonRows,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useState, type ReactNode } from 'react';
import { useLinks } from '../../navigation';
import { DestinationMatch } from './DestinationMatch';
import { FindingRow } from './FindingRow';
import {
  isPlanned,
  tickKey,
  type PlanItem,
  type PreflightRun,
} from './installPlan';

const levels = ['blocker', 'warning', 'fine'] as const;

type Refused = NonNullable<PreflightReport['upgrade']>['refused'];

const useStyles = makeStyles(
  theme => ({
    group: {
      fontSize: '0.9375rem',
      fontWeight: 600,
      margin: theme.spacing(2, 0, 1),
      '&:first-child': { marginTop: 0 },
    },
    list: {
      display: 'grid',
      gap: theme.spacing(1.25),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    method: {
      color: theme.palette.text.secondary,
      margin: theme.spacing(1, 0),
    },
    creates: {
      margin: 0,
      paddingLeft: theme.spacing(2.5),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'KratixPreflightPanel' },
);

/** What was found out about one Promise of the plan. @internal */
export function PreflightPanel(props: {
  item: PlanItem;
  items: readonly PlanItem[];
  run: PreflightRun;
  ticks: ReadonlySet<string>;
  /** As it would be applied. */
  manifest?: Record<string, unknown>;
  /** Names of requirements that could be added. */
  offered: readonly string[];
  onTick: (key: string, ticked: boolean) => void;
  onAdd: (name: string) => void;
  onAgain: () => void;
  children?: ReactNode;
}) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const { item, run, onAgain } = props;
  const { title: itemTitle, name, version } = item;
  const called = itemTitle ?? name;
  const title = version
    ? t('install.preflight.titleVersion', { name: called, version })
    : t('install.preflight.title', { name: called });
  const again = run.state !== 'running' && (
    <PlainButton size="small" onClick={onAgain}>
      {t('install.action.again')}
    </PlainButton>
  );
  return (
    <Panel title={title} actions={again}>
      {run.state === 'running' && (
        <div aria-busy>
          <p role="status" style={{ marginTop: 0 }}>
            {t('install.preflight.running', { name: called })}
          </p>
          <SkeletonRows count={6} />
        </div>
      )}
      {run.state === 'failed' && (
        <>
          <p style={{ marginTop: 0 }}>
            {t('install.preflight.failed', { name: called })}
          </p>
          <Problem error={run.error} onRetry={onAgain} />
        </>
      )}
      {run.state === 'done' && (
        <>
          {levels.map(level => (
            <Findings
              {...props}
              key={level}
              level={level}
              platform={run.report.platform}
              refused={run.report.upgrade?.refused ?? []}
              findings={run.report.findings.filter(
                finding =>
                  (isPlanned(finding, props.items) ? 'fine' : finding.level) ===
                  level,
              )}
            />
          ))}
          <p className={classes.method}>
            {t('install.preflight.method', {
              method: t(`install.where.methods.${run.method}`),
            })}
          </p>
          {props.children}
          <h3 className={classes.group}>{t('install.preflight.creates')}</h3>
          {run.report.creates.length === 0 ? (
            <p style={{ margin: 0 }}>{t('install.preflight.createsNone')}</p>
          ) : (
            <ul className={classes.creates}>
              {run.report.creates.map(({ kind, names }) => (
                <li key={kind}>
                  {kind}: {names.join(', ')}
                </li>
              ))}
            </ul>
          )}
          <p className={classes.method}>{t('install.preflight.createsNote')}</p>
        </>
      )}
    </Panel>
  );
}

function Findings(props: {
  level: (typeof levels)[number];
  findings: PreflightFinding[];
  platform: string;
  refused: Refused;
  item: PlanItem;
  items: readonly PlanItem[];
  ticks: ReadonlySet<string>;
  manifest?: Record<string, unknown>;
  offered: readonly string[];
  onTick: (key: string, ticked: boolean) => void;
  onAdd: (name: string) => void;
}) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const links = useLinks();
  const [matchShown, setMatchShown] = useState(false);
  const { level, findings, item, items, ticks, manifest, platform } = props;
  if (findings.length === 0) return null;
  return (
    <>
      <h3 className={classes.group}>{t(`install.preflight.group.${level}`)}</h3>
      <ul className={classes.list}>
        {findings.map(finding => {
          const key = tickKey(item, finding);
          const matching = finding.check === 'destinations' && manifest;
          return (
            <FindingRow
              key={finding.id}
              finding={finding}
              planned={isPlanned(finding, items)}
              ticked={ticks.has(key)}
              onTick={ticked => props.onTick(key, ticked)}
              linkOf={
                finding.check === 'requests-refused' ? requestLink : undefined
              }
              action={
                matching ? (
                  <PlainButton
                    size="small"
                    aria-expanded={matchShown}
                    onClick={() => setMatchShown(!matchShown)}
                  >
                    {t(
                      matchShown
                        ? 'install.preflight.hideMatch'
                        : 'install.preflight.showMatch',
                    )}
                  </PlainButton>
                ) : (
                  addButton(finding)
                )
              }
            >
              {matching && matchShown && (
                <DestinationMatch platform={platform} manifest={manifest} />
              )}
            </FindingRow>
          );
        })}
      </ul>
    </>
  );

  /** Requests are named by their place; those without one by name alone. */
  function requestLink(named: string): string | undefined {
    const found = props.refused.find(
      ({ ref: { namespace, name } }) =>
        named === (namespace === '-' ? name : `${namespace}/${name}`),
    );
    return found && links.request(found.ref);
  }

  function addButton(finding: PreflightFinding): ReactNode {
    const name = String(finding.params.required ?? '');
    const mayAdd =
      finding.check === 'requirement' &&
      finding.level !== 'fine' &&
      props.offered.includes(name);
    return mayAdd ? (
      <PlainButton
        size="small"
        variant="outlined"
        aria-label={t('install.plan.addNamed', { name })}
        onClick={() => props.onAdd(name)}
      >
        {t('install.plan.add')}
      </PlainButton>
    ) : undefined;
  }
}
