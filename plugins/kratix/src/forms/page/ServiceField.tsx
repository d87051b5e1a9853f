import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useEffect, useState } from 'react';

const pauseMs = 250;
const most = 20;

interface Service {
  ref: string;
  title: string;
}

/** Which Component a request is for, found while typing. @internal */
export function ServiceField(props: {
  service?: string;
  onChange: (service?: string) => void;
}) {
  const { t } = useKratixTranslation();
  const { service, onChange } = props;
  const [typed, setTyped] = useState('');
  const { services, loading, failed } = useServices(typed);
  return (
    <Autocomplete
      options={services.map(({ ref }) => ref)}
      value={service ?? null}
      onChange={(_event, chosen) => onChange(chosen ?? undefined)}
      onInputChange={(_event, text, why) =>
        setTyped(why === 'input' ? text : '')
      }
      // The catalog has searched already.
      filterOptions={options => options}
      getOptionLabel={ref =>
        services.find(one => one.ref === ref)?.title ?? shortRef(ref)
      }
      getOptionSelected={(option, value) => option === value}
      loading={loading}
      noOptionsText={
        failed
          ? t('formPage.where.serviceFailed')
          : t('formPage.where.serviceNone')
      }
      id="kratix-form-service"
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          size="small"
          label={t('formPage.where.service')}
          helperText={t('formPage.where.serviceHint')}
        />
      )}
    />
  );
}

/** As little of a ref as tells it apart from others of its kind. @internal */
export function shortRef(ref: string): string {
  try {
    const { namespace, name } = parseEntityRef(ref);
    return namespace === 'default' ? name : `${namespace}/${name}`;
  } catch {
    return ref;
  }
}

function useServices(typed: string) {
  const catalog = useApiHolder().get(catalogApiRef);
  const [found, setFound] = useState<{
    services: Service[];
    loading: boolean;
    failed: boolean;
  }>({ services: [], loading: true, failed: false });
  useEffect(() => {
    let stopped = false;
    const pause = setTimeout(
      () => {
        const search = catalog?.queryEntities({
          filter: { kind: 'component' },
          fields: [
            'kind',
            'metadata.namespace',
            'metadata.name',
            'metadata.title',
          ],
          fullTextFilter: {
            term: typed,
            fields: ['metadata.name', 'metadata.title'],
          },
          orderFields: { field: 'metadata.name', order: 'asc' },
          limit: most,
        });
        Promise.resolve(search).then(
          page => {
            if (stopped) return;
            const services = (page?.items ?? []).map(entity => ({
              ref: stringifyEntityRef(entity),
              title:
                entity.metadata.title ?? shortRef(stringifyEntityRef(entity)),
            }));
            setFound({ services, loading: false, failed: !page });
          },
          () => {
            if (!stopped) {
              setFound({ services: [], loading: false, failed: true });
            }
          },
        );
      },
      typed ? pauseMs : 0,
    );
    return () => {
      stopped = true;
      clearTimeout(pause);
    };
  }, [catalog, typed]);
  return found;
}
