import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  CopyButton,
  kratixTranslationRef,
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
  const { t } = useTranslationRef(kratixTranslationRef);
  const { number } = useFormats();
  const { manifest, name } = props.listing;
  const title = t('marketplace.manifest.title');
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
            {t('marketplace.manifest.download')}
          </PlainButton>
          <CopyButton text={manifest} name={title} label={t('shared.copy')} />
        </>
      }
    >
      <p style={{ marginTop: 0 }}>
        {t('marketplace.manifest.hint')}{' '}
        {isCut &&
          t('marketplace.manifest.cut', {
            size: number(Math.ceil(manifest.length / 1024)),
          })}
      </p>
      <YamlText text={manifest.slice(0, mostCharacters)} label={title} />
    </Panel>
  );
}
