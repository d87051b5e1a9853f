import {
  stringifyRequestRef,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  CopyButton,
  useKratixTranslation,
  Loaded,
  Panel,
  PlainButton,
  SkeletonRows,
  useLive,
  YamlText,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import GetApp from '@material-ui/icons/GetApp';
import { downloadText } from '../tables';
import { kubectlCommand } from './outputs';

const useStyles = makeStyles(
  theme => ({
    command: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(1),
      '& code': { overflowWrap: 'anywhere' },
    },
    hint: {
      color: theme.palette.text.secondary,
      margin: theme.spacing(0, 0, 1),
    },
  }),
  { name: 'KratixManifestSection' },
);

/** The request as the platform has it. @internal */
export function ManifestSection(props: { request: RequestRef }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { request } = props;
  const key = stringifyRequestRef(request);
  const manifest = useLive<string>({
    key: `manifest ${key}`,
    read: (api, signal) => api.getRequestManifest(request, { signal }),
    onEvent: event =>
      event.type === 'request' && stringifyRequestRef(event.ref) === key
        ? 'refresh'
        : 'none',
    gatherMs: 2_000,
  });
  const command = kubectlCommand(request);
  const text = manifest.state === 'ready' ? manifest.value : undefined;
  return (
    <Panel
      title={t('requestPage.manifest.title')}
      actions={
        text && (
          <>
            <CopyButton
              text={text}
              name={t('requestPage.manifest.copy')}
              label={t('shared.copy')}
            />
            <PlainButton
              size="small"
              startIcon={<GetApp />}
              onClick={() =>
                downloadText(`${request.name}.yaml`, 'application/yaml', text)
              }
            >
              {t('requestPage.manifest.download')}
            </PlainButton>
          </>
        )
      }
    >
      <p className={classes.hint}>{t('requestPage.manifest.hint')}</p>
      <div className={classes.command}>
        <code>{command}</code>
        <CopyButton text={command} name={t('requestPage.manifest.command')} />
      </div>
      <Loaded
        of={manifest}
        skeleton={<SkeletonRows count={14} />}
        forbidden={{
          what: t('requestPage.what'),
          permission: 'kratix.request.read',
        }}
      >
        {yaml => (
          <YamlText text={yaml} label={t('requestPage.manifest.title')} />
        )}
      </Loaded>
    </Panel>
  );
}
