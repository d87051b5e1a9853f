import { Link } from '@backstage/core-components';
import type {
  Output,
  RequestDetail,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  AuthorText,
  CopyButton,
  EmptyState,
  useKratixTranslation,
  Tag,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { isWebAddress, hostOf, secretCommand } from './outputs';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(88px, max-content) minmax(0, 1fr)',
      gap: theme.spacing(0.75, 2),
      margin: 0,
      '& dt': { color: theme.palette.text.secondary, overflowWrap: 'anywhere' },
      '& dd': { margin: 0, overflowWrap: 'anywhere', minWidth: 0 },
      '& ul': { margin: 0, paddingLeft: theme.spacing(2) },
    },
    hint: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
    help: { marginTop: theme.spacing(2) },
  }),
  { name: 'KratixUseIt' },
);

/** What the request gives back: addresses, names and where Secrets are. @internal */
export function UseIt(props: {
  request: Pick<RequestDetail, 'outputs' | 'help'>;
  /** The first rows alone, as on a card. */
  limit?: number;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { request, limit } = props;
  const outputs = request.outputs.slice(0, limit);
  return (
    <>
      {outputs.length === 0 ? (
        <EmptyState
          compact
          title={t('requestPage.use.none')}
          text={t('requestPage.use.noneHint')}
        />
      ) : (
        <dl className={classes.root}>
          {outputs.map(output => [
            <dt key={`${output.path} title`} dir="auto">
              {output.title}
            </dt>,
            <dd key={output.path}>
              <OutputValue output={output} />
            </dd>,
          ])}
        </dl>
      )}
      {request.help && limit === undefined && (
        <div className={classes.help}>
          <AuthorText markdown={request.help} />
        </div>
      )}
    </>
  );
}

function OutputValue(props: { output: Output }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { title, kind, value = '', secret, items = [] } = props.output;
  switch (kind) {
    case 'url':
      return (
        <>
          {isWebAddress(value) ? (
            <Link to={value}>{hostOf(value)}</Link>
          ) : (
            <span dir="auto">{value}</span>
          )}{' '}
          <CopyButton text={value} name={title} />
        </>
      );
    case 'hidden':
      return (
        <span title={t('requestPage.use.hiddenHint')}>
          <Tag>{t('requestPage.use.hidden')}</Tag>
        </span>
      );
    case 'secret':
      return (
        <>
          <code>{secret ? `${secret.namespace}/${secret.name}` : value}</code>{' '}
          {secret && (
            <CopyButton
              text={secretCommand(secret)}
              name={t('requestPage.use.command')}
            />
          )}
          <div className={classes.hint}>{t('requestPage.use.secretHint')}</div>
        </>
      );
    case 'list':
      return (
        <ul>
          {items.map((item, index) => (
            <li key={index} dir="auto">
              {item}
            </li>
          ))}
        </ul>
      );
    case 'text':
      return (
        <>
          <span dir="auto">{value}</span>{' '}
          <CopyButton text={value} name={title} />
        </>
      );
    default:
      return kind satisfies never;
  }
}
