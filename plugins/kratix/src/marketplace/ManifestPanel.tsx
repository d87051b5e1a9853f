import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  CopyButton,
  useKratixMarketplaceTranslation,
  useKratixTranslation,
  Panel,
  PlainButton,
  useFormats,
  YamlText,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { downloadText } from '../tables';

/** More is for an editor, not for a page. */
const mostCharacters = 256 * 1024;

/** The Promise as its source has it. @internal */
export function ManifestPanel(props: {
  listing: Pick<ListingDetail, 'manifest' | 'name'>;
}) {
  const { t } = useKratixTranslation();
  const { t: tm } = useKratixMarketplaceTranslation();
  const { number } = useFormats();
  const { manifest, name } = props.listing;
  const title = tm('marketplace.manifest.title');
  const isCut = manifest.length > mostCharacters;
  return (
    <Panel
      title={title}
      actions={
        <>
          <PlainButton
            size="small"
            onClick={() =>
              downloadText(`${name}.yaml`, 'application/yaml', manifest)
            }
          >
            {tm('marketplace.manifest.download')}
          </PlainButton>
          <CopyButton text={manifest} name={title} label={t('shared.copy')} />
        </>
      }
    >
      <p style={{ marginTop: 0 }}>
        {tm('marketplace.manifest.hint')}{' '}
        {isCut &&
          tm('marketplace.manifest.cut', {
            size: number(Math.ceil(manifest.length / 1024)),
          })}
      </p>
      <YamlText text={manifest.slice(0, mostCharacters)} label={title} />
    </Panel>
  );
}
