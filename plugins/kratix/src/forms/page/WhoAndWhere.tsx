import type {
  PlaceNamespace,
  PromiseDetail,
  RequestPlace,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  useKratixTranslation,
  Panel,
  PlainButton,
  type KratixT,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { openNamespaces, type Place } from './places';
import { PlatformField } from './PlatformField';
import { nameProblem, type NameProblem } from './requestNames';
import { ServiceField, shortRef } from './ServiceField';
import type { NameCheck } from './useNameCheck';

/** Where the name of a request is typed. @internal */
export const nameFieldId = 'kratix-form-name';

/** Where its team is chosen. @internal */
export const teamFieldId = 'kratix-form-team';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2) },
    goesTo: {
      margin: theme.spacing(-1, 0, 0),
      color: theme.palette.text.secondary,
      fontSize: '0.875rem',
    },
  }),
  { name: 'KratixWhoAndWhere' },
);

/** Name, team, place and service of a request that does not exist yet. @internal */
export function WhoAndWhere(props: {
  promise: PromiseDetail;
  places: readonly RequestPlace[];
  name: string;
  nameCheck: NameCheck;
  /** Nothing is said about an empty name before somebody was there. */
  touched: boolean;
  place?: Place;
  service?: string;
  onName: (name: string) => void;
  onPlace: (place: Place) => void;
  onService: (service?: string) => void;
  onPlatform: (platform: string) => void;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { promise, places, place, service } = props;
  const platform = promise.freshness.title;
  const team = places.find(({ owner }) => owner === place?.team);
  const namespaces = openNamespaces(team);
  if (!place) {
    return (
      <Panel title={t('formPage.where.title')}>
        <PlatformField promise={promise} onChange={props.onPlatform} />
        {places.length === 0 ? (
          <EmptyState
            compact
            title={t('formPage.where.noTeam')}
            text={t('formPage.where.noTeamHint')}
          />
        ) : (
          <EmptyState
            compact
            title={t('formPage.where.teamNone')}
            text={t('formPage.where.teamNoneHint', { platform })}
          />
        )}
      </Panel>
    );
  }
  return (
    <Panel title={t('formPage.where.title')}>
      <div className={classes.root}>
        <NameField {...props} />
        <TextField
          select
          size="small"
          variant="outlined"
          id={teamFieldId}
          label={t('formPage.where.team')}
          SelectProps={{ native: true }}
          value={place.team}
          onChange={({ target }) => {
            const chosen = places.find(({ owner }) => owner === target.value);
            const [first] = openNamespaces(chosen);
            if (first) {
              props.onPlace({ team: target.value, namespace: first.name });
            }
          }}
        >
          {places.map(one => (
            <option
              key={one.owner}
              value={one.owner}
              disabled={openNamespaces(one).length === 0}
            >
              {teamText(one, t)}
            </option>
          ))}
        </TextField>
        {namespaces.length > 1 && (
          <TextField
            select
            size="small"
            variant="outlined"
            id="kratix-form-namespace"
            label={t('formPage.where.namespace')}
            SelectProps={{ native: true }}
            value={place.namespace}
            onChange={({ target }) =>
              props.onPlace({ team: place.team, namespace: target.value })
            }
          >
            {team?.namespaces.map(one => (
              <option key={one.name} value={one.name} disabled={!one.allowed}>
                {namespaceText(one, t)}
              </option>
            ))}
          </TextField>
        )}
        <p className={classes.goesTo}>
          {place.namespace === '-'
            ? t('formPage.where.goesToCluster', { platform })
            : t('formPage.where.goesTo', {
                namespace: place.namespace,
                platform,
              })}
        </p>
        <PlatformField promise={promise} onChange={props.onPlatform} />
        <ServiceField service={service} onChange={props.onService} />
      </div>
    </Panel>
  );
}

function teamText(place: RequestPlace, t: KratixT): string {
  const title = place.ownerTitle ?? shortRef(place.owner);
  if (openNamespaces(place).length > 0) return title;
  const [only] = place.namespaces;
  const reason = only?.reason ?? 'missing';
  return `${title} (${t(`formPage.where.closed.${reason}`)})`;
}

function namespaceText({ name, allowed, reason }: PlaceNamespace, t: KratixT) {
  return allowed
    ? name
    : `${name} (${t(`formPage.where.closed.${reason ?? 'refused'}`)})`;
}

/** Why a name can't be taken, in words; undefined for one that may. @internal */
export function nameProblemText(
  name: string,
  problem: NameProblem,
  t: KratixT,
): string {
  return t(`formPage.where.nameProblem.${problem}`, {
    name: name.toLocaleLowerCase('en-US'),
    n: `${name.length}`,
  });
}

function NameField(props: {
  name: string;
  nameCheck: NameCheck;
  touched: boolean;
  onName: (name: string) => void;
}) {
  const { t } = useKratixTranslation();
  const { name, nameCheck, touched, onName } = props;
  const problem = nameProblem(name);
  const { state, suggestion } = nameCheck;
  const wrong = problem !== undefined && (name !== '' || touched);
  const texts = {
    free: t('formPage.where.nameFree'),
    checking: t('formPage.where.nameChecking'),
    unknown: t('formPage.where.nameUnknown'),
    taken: t('formPage.where.nameTaken', { name: suggestion ?? '' }),
  };
  let text: string = t('formPage.where.nameHint');
  if (wrong) text = nameProblemText(name, problem, t);
  else if (!problem) text = texts[state];
  return (
    <div>
      <TextField
        fullWidth
        required
        size="small"
        variant="outlined"
        id={nameFieldId}
        label={t('formPage.where.name')}
        value={name}
        error={wrong || state === 'taken'}
        helperText={<span role="status">{text}</span>}
        inputProps={{ autoComplete: 'off', spellCheck: false, dir: 'ltr' }}
        onChange={({ target }) => onName(target.value)}
      />
      {state === 'taken' && suggestion && (
        <PlainButton
          size="small"
          variant="outlined"
          onClick={() => onName(suggestion)}
        >
          {t('formPage.where.nameTry', { name: suggestion })}
        </PlainButton>
      )}
    </div>
  );
}
