import type { RequestDescription } from '@kratix-portal/backstage-plugin-kratix-common';
import Schedule from '@material-ui/icons/Schedule';
import { StatusLabel } from '../components/StatusLabel';
import { useKratixTranslation } from '../translation';
import { requestIcons } from './requestIcons';

/** What a status says in one line, as in `Failed: create-db`. @internal */
export function statusClause(
  description: Pick<RequestDescription, 'label' | 'causes'>,
): string | undefined {
  const params = description.causes[0]?.params ?? {};
  switch (description.label) {
    case 'failed':
    case 'waiting-for-approval':
    case 'retrying':
    case 'in-progress':
      return params.step === undefined ? undefined : String(params.step);
    case 'not-delivered':
      return params.destination === undefined
        ? undefined
        : String(params.destination);
    default:
      return undefined;
  }
}

/** The state of a request: icon, word and, where it helps, one clause. @public */
export function RequestStatus(props: {
  description: RequestDescription;
  /** With the clause after the word. */
  clause?: boolean;
  large?: boolean;
}) {
  const { t } = useKratixTranslation();
  const { description, clause, large } = props;
  const { label, tone, flags } = description;
  const word = t(`request.status.${label}`);
  const old = flags.includes('last-known');
  const known = old ? t('request.lastKnown', { status: word }) : word;
  const more = clause ? statusClause(description) : undefined;
  return (
    <StatusLabel
      tone={tone}
      icon={old ? Schedule : requestIcons[label]}
      turning={label === 'in-progress' && !old}
      large={large}
    >
      {known}
      {more && <bdi>: {more}</bdi>}
    </StatusLabel>
  );
}
