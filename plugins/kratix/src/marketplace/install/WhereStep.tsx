import type {
  InstallMethod,
  ListingDetail,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  useKratixMarketplaceTranslation,
  useKratixTranslation,
  Panel,
  usePlatforms,
} from '@kratix-portal/backstage-plugin-kratix-react';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import { InstallStatus } from '../InstallStatus';
import { NoPlatformSeen } from '../NoPlatformSeen';
import type { MethodChoice } from './methods';

const useStyles = makeStyles(
  theme => ({
    option: { alignItems: 'flex-start', margin: theme.spacing(0.5, 0) },
    label: { paddingTop: 9 },
    name: { fontWeight: 600, marginRight: theme.spacing(1) },
    hint: {
      display: 'block',
      color: theme.palette.text.secondary,
      fontSize: '0.875rem',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'KratixWhereStep' },
);

/** The platforms, each with what it has of the listing. @internal */
export function PlatformChoice(props: {
  listing: ListingDetail;
  chosen?: string;
  onChoose: (platform: string) => void;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { t: tm } = useKratixMarketplaceTranslation();
  const platforms = usePlatforms();
  const { listing, chosen, onChoose } = props;
  const viewOf = (id: string) =>
    platforms.state === 'ready'
      ? platforms.value.items.find(one => one.id === id)
      : undefined;
  return (
    <Panel title={tm('install.where.platform')}>
      {listing.installs.length === 0 ? (
        <NoPlatformSeen>
          <EmptyState
            compact
            title={tm('install.where.none')}
            text={tm('install.where.noneHint')}
          />
        </NoPlatformSeen>
      ) : (
        <FormControl component="fieldset">
          <RadioGroup
            aria-label={tm('install.where.platform')}
            value={chosen ?? ''}
            onChange={(_event, value) => onChoose(value)}
          >
            {listing.installs.map(({ platform, state, version }) => {
              const view = viewOf(platform);
              const off = view ? !view.description.writable : false;
              return (
                <FormControlLabel
                  key={platform}
                  className={classes.option}
                  value={platform}
                  disabled={off}
                  control={<Radio color="primary" />}
                  label={
                    <div className={classes.label}>
                      <span className={classes.name}>
                        {view?.title ?? platform}
                      </span>
                      <InstallStatus
                        state={state}
                        version={version}
                        offered={listing.version}
                      />
                      {view && off && (
                        <span className={classes.hint}>
                          {tm('install.where.offline', {
                            status: t(
                              `platform.status.${view.description.label}`,
                            ),
                          })}
                        </span>
                      )}
                    </div>
                  }
                />
              );
            })}
          </RadioGroup>
        </FormControl>
      )}
    </Panel>
  );
}

/** How it gets there; what can't be says why. @internal */
export function MethodChoicePanel(props: {
  listing: ListingDetail;
  choices: readonly MethodChoice[];
  chosen?: InstallMethod;
  onChoose: (method?: InstallMethod) => void;
}) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const { listing, choices, chosen, onChoose } = props;
  const options = [
    { id: 'auto' as const, hint: t('install.where.methods.autoHint') },
    ...choices.map(({ method, reason }) => ({
      id: method,
      off: reason !== undefined,
      hint: reason
        ? t(`install.where.impossible.${reason}`)
        : t(`install.where.methods.${method}Hint`, {
            url: listing.promiseUrl ?? '',
          }),
    })),
  ];
  return (
    <Panel title={t('install.where.method')}>
      <FormControl component="fieldset">
        <RadioGroup
          aria-label={t('install.where.method')}
          value={chosen ?? 'auto'}
          onChange={(_event, value) =>
            onChoose(choices.find(({ method }) => method === value)?.method)
          }
        >
          {options.map(option => (
            <FormControlLabel
              key={option.id}
              className={classes.option}
              value={option.id}
              disabled={'off' in option && option.off}
              control={<Radio color="primary" />}
              label={
                <div className={classes.label}>
                  <span className={classes.name}>
                    {t(`install.where.methods.${option.id}`)}
                  </span>
                  <span className={classes.hint}>{option.hint}</span>
                </div>
              }
            />
          ))}
        </RadioGroup>
      </FormControl>
    </Panel>
  );
}
