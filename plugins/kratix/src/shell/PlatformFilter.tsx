import {
  useKratixTranslation,
  usePlatforms,
} from '@kratix-portal/backstage-plugin-kratix-react';
import NativeSelect from '@material-ui/core/NativeSelect';
import { useSearchParams } from 'react-router-dom';

/** One platform or all; offered where there is a choice. @internal */
export function PlatformFilter() {
  const { t } = useKratixTranslation();
  const platforms = usePlatforms();
  const [params, setParams] = useSearchParams();
  if (platforms.state !== 'ready' || platforms.value.items.length < 2) {
    return null;
  }
  const chosen = params.get('platform') ?? '';
  return (
    <NativeSelect
      value={chosen}
      // Gives way to what is beside it where there is little room.
      style={{ minWidth: 0 }}
      inputProps={{ 'aria-label': t('shell.platform') }}
      onChange={({ target }) => {
        const next = new URLSearchParams(params);
        if (target.value) next.set('platform', target.value);
        else next.delete('platform');
        next.delete('page');
        setParams(next, { replace: true });
      }}
    >
      <option value="">{t('shell.allPlatforms')}</option>
      {platforms.value.items.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </NativeSelect>
  );
}
