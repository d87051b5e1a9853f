import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { useTextsOf, type TextFunction } from '../textFunction';
import { installMessages } from './installMessages';
import { marketplaceMessages } from './messages';
import { uninstallMessages } from './uninstallMessages';

/** Which texts there are, by screen. @internal */
export const kratixMarketplaceMessages = {
  install: installMessages,
  marketplace: marketplaceMessages,
  uninstall: uninstallMessages,
};

/**
 * Every text of the marketplace's pages. Apart from the others, as tsc gives up
 * on a ref of all texts together.
 *
 * @public
 */
export const kratixMarketplaceTranslationRef = createTranslationRef({
  id: 'plugin.kratix-marketplace',
  messages: kratixMarketplaceMessages,
});

/** Puts texts of the marketplace into the reader's language. @public */
export type KratixMarketplaceT = TextFunction<
  typeof kratixMarketplaceTranslationRef.T,
  'plugin.kratix-marketplace'
>;

/** `t` for the texts of the marketplace, to be handed on. @public */
export function useKratixMarketplaceTranslation(): { t: KratixMarketplaceT } {
  return useTextsOf(kratixMarketplaceTranslationRef);
}
