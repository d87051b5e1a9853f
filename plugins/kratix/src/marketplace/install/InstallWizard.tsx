import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ActionButton } from '../../actions';
import { FormFooter } from '../../forms/page/FormFooter';
import { FormNotice } from '../../forms/page/FormNotice';
import { useLinks } from '../../navigation';
import { StepList } from '../../sections';
import { PageHeading, usePageTitle } from '../../shell';
import { ListingIcon } from '../ListingIcon';
import {
  installSteps,
  readInstallLink,
  withInstallLink,
  type InstallLink,
} from './installLink';
import { itemKey, verdictOf } from './installPlan';
import { ManifestEditor } from './ManifestEditor';
import { methodChoices } from './methods';
import { PreflightStep } from './PreflightStep';
import { ProgressStep } from './ProgressStep';
import { useInstallRun } from './useInstallRun';
import { useManifest } from './useManifest';
import { usePlanPreflights } from './usePlanPreflights';
import { useTicks } from './useTicks';
import { useWhyNot } from './useWhyNot';
import { MethodChoicePanel, PlatformChoice } from './WhereStep';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(2) },
    body: {
      maxWidth: 960,
      minWidth: 0,
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    step: {
      margin: 0,
      fontSize: '1.125rem',
      fontWeight: 600,
      color: theme.palette.text.primary,
    },
  }),
  { name: 'KratixInstallWizard' },
);

/** Where, preflight, install: from a listing to an available Promise. @internal */
export function InstallWizard(props: { listing: ListingDetail }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { t: tm } = useKratixMarketplaceTranslation();
  const links = useLinks();
  const { listing } = props;
  const [params, setParams] = useSearchParams();
  const link = readInstallLink(params);
  const { step, platform } = link;
  const go = (change: Partial<InstallLink>, options?: { replace: boolean }) =>
    setParams(old => withInstallLink(old, change), options);

  const manifest = useManifest(listing);
  const lost = useLostEdits(link, manifest.edited, go);
  const preflights = usePlanPreflights({ listing, link, manifest });
  const { items, runs } = preflights;
  const { ticks, tick, clear } = useTicks(`${platform} ${manifest.edited}`);
  const run = useInstallRun();
  const verdict = verdictOf(items, runs, ticks);
  const why = useWhyNot({ listing, link, manifest, verdict });

  const again = () => {
    clear();
    run.reset();
    preflights.again();
  };
  const install = () => {
    if (!platform) return;
    const kindOf = (key: string) => {
      const one = runs[key];
      return one?.state === 'done' ? one.report.kind : undefined;
    };
    run.start({
      platform,
      items,
      runs,
      ticks,
      manifest: manifest.edited ? manifest.document.value : undefined,
    });
    go({
      step: 'progress',
      plan: items.map(({ name }) => name),
      fresh: items
        .filter(item => kindOf(itemKey(item)) === 'install')
        .map(({ name }) => name),
    });
  };
  const own = runs[itemKey(listing)];
  const upgrades = own?.state === 'done' && own.report.kind === 'upgrade';
  const heading = useStepHeading(step);
  const index = installSteps.indexOf(step);
  const stepNames = [
    tm('install.step.where'),
    tm('install.step.preflight'),
    tm(upgrades ? 'install.step.upgrade' : 'install.step.install'),
  ];
  const title = titleOf();
  usePageTitle(title);

  return (
    <section className={classes.root}>
      <PageHeading
        title={<bdi>{title}</bdi>}
        before={<ListingIcon listing={listing} size={36} />}
      >
        <StepList
          label={tm('install.steps')}
          steps={stepNames}
          current={index}
          announcement={tm('install.step.announce', {
            n: `${index + 1}`,
            step: stepNames[index],
          })}
        />
      </PageHeading>
      <h2 className={classes.step} ref={heading} tabIndex={-1}>
        {stepNames[index]}
      </h2>
      <div className={classes.body}>
        {lost && (
          <FormNotice tone="warn">{tm('install.manifest.lost')}</FormNotice>
        )}
        {step === 'where' && (
          <>
            <FormNotice tone="neutral">{tm('install.power')}</FormNotice>
            <PlatformChoice
              listing={listing}
              chosen={platform}
              onChoose={chosen => go({ platform: chosen }, { replace: true })}
            />
            <MethodChoicePanel
              listing={listing}
              choices={methodChoices(listing, {
                edited: manifest.edited,
                report: own?.state === 'done' ? own.report : undefined,
              })}
              chosen={link.method}
              onChoose={method => go({ method }, { replace: true })}
            />
            <ManifestEditor
              key={manifest.start}
              document={manifest.document}
              name={listing.name}
              edited={manifest.edited}
              problem={manifest.problem}
              onReset={manifest.reset}
              onWrong={manifest.onWrong}
            />
          </>
        )}
        {step === 'preflight' && (
          <PreflightStep
            listing={listing}
            manifest={manifest}
            preflights={preflights}
            ticks={ticks}
            onTick={tick}
            onAdd={names =>
              go({ added: [...link.added, ...names] }, { replace: true })
            }
            onRemove={name =>
              go(
                { added: link.added.filter(one => one !== name) },
                { replace: true },
              )
            }
            onAgain={again}
          />
        )}
        {step === 'progress' && platform && (
          <ProgressStep
            platform={platform}
            plan={link.plan}
            titles={{ [listing.name]: listing.title }}
            fresh={link.fresh}
            run={run.state}
            mayUninstall={listing.allowed.uninstall}
            onContinue={() => {
              again();
              go({ step: 'preflight', plan: [], fresh: [] });
            }}
          />
        )}
      </div>
      {step !== 'progress' && (
        <FormFooter
          wide
          before={
            step === 'where' ? (
              <ActionButton main variant="text" to={links.listing(listing)}>
                {t('shared.cancel')}
              </ActionButton>
            ) : (
              <ActionButton main onClick={() => go({ step: 'where' })}>
                {tm('install.action.back')}
              </ActionButton>
            )
          }
          hint={step === 'preflight' ? why.summary : undefined}
        >
          <ActionButton
            main
            variant="contained"
            color="primary"
            reason={why.reason}
            onClick={
              step === 'where'
                ? () => go({ step: 'preflight', edited: manifest.edited })
                : install
            }
          >
            {step === 'where' ? tm('install.action.next') : submitLabel()}
          </ActionButton>
        </FormFooter>
      )}
    </section>
  );

  function titleOf(): string {
    const { version, title: name } = listing;
    if (upgrades) {
      return version
        ? tm('install.title.upgradeVersion', { name, version })
        : tm('install.title.upgrade', { name });
    }
    return version
      ? tm('install.title.installVersion', { name, version })
      : tm('install.title.install', { name });
  }

  /** Says what pressing it does. */
  function submitLabel(): string {
    const { version, title: name } = listing;
    if (items.length > 1) {
      return tm('install.action.install', { count: items.length });
    }
    if (!upgrades) return tm('install.action.installOne', { name });
    return version
      ? tm('install.action.upgradeTo', { name, version })
      : tm('install.action.upgrade', { name });
  }
}

/** The heading of a step gets the focus when the step is made. */
function useStepHeading(step: InstallLink['step']) {
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(step);
  useEffect(() => {
    if (last.current === step) return;
    last.current = step;
    heading.current?.focus();
  }, [step]);
  return heading;
}

/** Edits live in the page, so a page that is loaded anew has lost them. */
function useLostEdits(
  link: InstallLink,
  edited: boolean,
  go: (change: Partial<InstallLink>, options: { replace: boolean }) => void,
): boolean {
  // Of the address that the page was opened with alone.
  const [lost] = useState(link.edited && !edited);
  const restart = useRef(() => {
    const step = link.step === 'progress' ? link.step : 'where';
    go({ edited: false, step }, { replace: true });
  });
  useEffect(() => {
    if (lost) restart.current();
  }, [lost]);
  return lost && link.step !== 'progress';
}
