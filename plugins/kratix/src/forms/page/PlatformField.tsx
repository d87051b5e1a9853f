import type { PromiseDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import TextField from '@material-ui/core/TextField';
import { usePlatformTitles } from '../../platforms/usePlatformTitles';
import { usePromises } from '../../promises/usePromises';

/**
 * The platforms that have this Promise, where there is a choice. Those that
 * can't take a request now say why.
 *
 * @internal
 */
export function PlatformField(props: {
  promise: PromiseDetail;
  onChange: (platform: string) => void;
}) {
  const { t } = useKratixTranslation();
  const { promise, onChange } = props;
  const found = usePromises({ q: promise.name, size: 100 });
  const { titleOf } = usePlatformTitles();
  const same =
    found.state === 'ready'
      ? found.value.items.filter(({ name }) => name === promise.name)
      : [];
  if (same.length < 2) return null;
  return (
    <TextField
      select
      size="small"
      variant="outlined"
      id="kratix-form-platform"
      label={t('formPage.where.platform')}
      SelectProps={{ native: true }}
      value={promise.platform}
      onChange={({ target }) => onChange(target.value)}
    >
      {same.map(({ platform, description }) => {
        const open = description.requestable || platform === promise.platform;
        return (
          <option key={platform} value={platform} disabled={!open}>
            {open
              ? titleOf(platform)
              : t('formPage.where.platformOff', {
                  platform: titleOf(platform),
                  reason: t(`promise.status.${description.label}`),
                })}
          </option>
        );
      })}
    </TextField>
  );
}
