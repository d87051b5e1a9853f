import {
  EmptyState,
  useKratixTranslation,
  Loaded,
  SkeletonRows,
  useFormats,
  usePlatforms,
  YamlText,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useParams } from 'react-router-dom';
import { useLinks } from '../navigation';
import { BackLink, PageHeading, usePageTitle, useReportStatus } from '../shell';
import { PlatformPanel } from './PlatformPanel';

const useStyles = makeStyles(
  theme => ({ list: { display: 'grid', gap: theme.spacing(2) } }),
  { name: 'KratixPlatformsPage' },
);

const example = [
  'kratix:',
  '  platforms:',
  '    production:',
  '      title: Production',
  '      kubeconfig:',
  '        path: /etc/kratix/kubeconfig',
].join('\n');

/** S13: every platform, or the one the address names. @internal */
export function PlatformsPage() {
  const classes = useStyles();
  const { platform: chosen } = useParams();
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  const links = useLinks();
  const platforms = usePlatforms();
  useReportStatus(platforms);
  const all = platforms.state === 'ready' ? platforms.value.items : undefined;
  const one = all?.find(({ id }) => id === chosen);
  const title = chosen ? one?.title ?? chosen : t('platforms.title');
  usePageTitle(title);
  return (
    <>
      {chosen && (
        <BackLink to={links.platforms()}>{t('platforms.title')}</BackLink>
      )}
      <PageHeading
        title={title}
        count={chosen || !all ? undefined : number(all.length)}
      />
      <Loaded
        of={platforms}
        skeleton={<SkeletonRows count={6} height={48} />}
        forbidden={{
          what: t('platforms.what'),
          permission: 'kratix.platform.read',
        }}
      >
        {({ items }) => {
          const shown = items.filter(({ id }) => !chosen || id === chosen);
          if (chosen && shown.length === 0) {
            return <EmptyState title={t('shared.problem.notFound')} />;
          }
          return shown.length === 0 ? (
            <EmptyState
              title={t('platforms.none')}
              text={t('platforms.noneHint')}
              action={
                <YamlText text={example} label={t('platforms.noneHint')} />
              }
            />
          ) : (
            <div className={classes.list}>
              {shown.map(platform => (
                <PlatformPanel
                  key={platform.id}
                  platform={platform}
                  open={Boolean(chosen)}
                />
              ))}
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
