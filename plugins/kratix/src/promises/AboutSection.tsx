import { Link } from '@backstage/core-components';
import type { PromiseDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  AuthorText,
  type Fact,
  FactList,
  type KratixT,
  useKratixTranslation,
  Panel,
  TimeAgo,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useLinks } from '../navigation';
import { TwoColumns } from '../sections';
import { askedFields } from './askedFields';

const useStyles = makeStyles(
  theme => ({
    list: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(2.5) },
    text: { margin: theme.spacing(0, 0, 1), overflowWrap: 'anywhere' },
    sub: {
      fontSize: '0.9375rem',
      fontWeight: 600,
      margin: theme.spacing(1.5, 0, 0.5),
    },
  }),
  { name: 'KratixAboutSection' },
);

/** What a Promise gives, asks for, needs and is needed by. Never blank. @internal */
export function AboutSection(props: { promise: PromiseDetail }) {
  const { t } = useKratixTranslation();
  const { promise } = props;
  return (
    <TwoColumns
      main={
        <>
          <Panel title={t('promisePage.about.get')}>
            <WhatYouGet promise={promise} />
          </Panel>
          <Panel title={t('promisePage.about.depends')}>
            <Dependencies promise={promise} />
          </Panel>
        </>
      }
      side={
        <Panel title={t('promisePage.about.facts')}>
          <Facts promise={promise} />
        </Panel>
      }
    />
  );
}

function WhatYouGet(props: { promise: PromiseDetail }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const formats = useFormats();
  const { promise } = props;
  const asked = askedFields(promise.fields);
  return (
    <>
      {promise.docs ? (
        <AuthorText markdown={promise.docs} />
      ) : (
        <p className={classes.text} dir="auto">
          {promise.summary ?? generated(promise, t)}
        </p>
      )}
      {promise.api && (
        <>
          <h3 className={classes.sub}>{t('promisePage.about.asked')}</h3>
          <p className={classes.text}>
            {asked.length > 0
              ? formats.list(asked)
              : t('promisePage.about.askedNothing')}
          </p>
        </>
      )}
      <GivenBack titles={promise.outputs} />
    </>
  );
}

/** More than fill a sentence are counted. */
const sentence = 12;

/** Nothing is said where nobody knows: most authors don't tell. */
function GivenBack({ titles }: { titles: string[] }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const formats = useFormats();
  if (titles.length === 0) return null;
  const count = titles.length - sentence;
  const more = count > 0 ? [t('promisePage.about.backMore', { count })] : [];
  return (
    <>
      <h3 className={classes.sub}>{t('promisePage.about.back')}</h3>
      <p className={classes.text} dir="auto">
        {formats.list([...titles.slice(0, sentence), ...more])}
      </p>
    </>
  );
}

function generated({ title, api }: PromiseDetail, t: KratixT): string {
  return api
    ? t('promisePage.about.generated', { title, kind: api.kind })
    : t('promisePage.about.software', { title });
}

function Dependencies(props: { promise: PromiseDetail }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const links = useLinks();
  const { promise } = props;
  const { requirements } = promise.description;
  const { platform } = promise;
  return (
    <>
      <h3 className={classes.sub}>{t('promisePage.about.requires')}</h3>
      {requirements.length === 0 && (
        <p className={classes.text}>{t('promisePage.about.requiresNothing')}</p>
      )}
      <ul className={classes.list}>
        {requirements.map(({ name, version, state }) => (
          <li key={name}>
            {state === 'not-installed' ? (
              name
            ) : (
              <Link to={links.promise({ platform, name })}>{name}</Link>
            )}{' '}
            {version} · {t(`promise.requirement.${state}`)}
          </li>
        ))}
      </ul>
      <h3 className={classes.sub}>{t('promisePage.about.usedBy')}</h3>
      {promise.requiredBy.length === 0 && (
        <p className={classes.text}>{t('promisePage.about.usedByNothing')}</p>
      )}
      <ul className={classes.list}>
        {promise.requiredBy.map(name => (
          <li key={name}>
            <Link to={links.promise({ platform, name })}>{name}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Facts(props: { promise: PromiseDetail }) {
  const { t } = useKratixTranslation();
  const formats = useFormats();
  const { promise } = props;
  const { api, releaseName } = promise;
  const facts: Fact[] = [
    [t('promisePage.about.where'), whereOf(promise, t, formats)],
    [
      t('promisePage.about.health'),
      t(
        promise.reportsHealth
          ? 'promisePage.about.yes'
          : 'promisePage.about.no',
      ),
    ],
    [t('promisePage.about.installed'), <TimeAgo time={promise.createdAt} />],
  ];
  if (api) {
    facts.push(
      [t('promisePage.about.kind'), api.kind],
      [t('promisePage.about.crd'), <code>{api.crd}</code>],
    );
  }
  if (releaseName) facts.push([t('promisePage.about.release'), releaseName]);
  return <FactList facts={facts} />;
}

/** What a Destination must have, and how many do for those who see them. */
function whereOf(
  promise: PromiseDetail,
  t: KratixT,
  formats: ReturnType<typeof useFormats>,
): string {
  const { destinationSelectors, matchingDestinations, destinationCount } =
    promise;
  const wanted = destinationSelectors
    .flatMap(selector => Object.entries(selector))
    .map(([key, value]) => `${key}=${value}`);
  const labels =
    wanted.length > 0 ? formats.list(wanted) : t('promisePage.about.anywhere');
  if (!matchingDestinations || destinationCount === undefined) return labels;
  return t('promisePage.about.whereMatches', {
    labels,
    matching: formats.number(matchingDestinations.length),
    total: formats.number(destinationCount),
  });
}
