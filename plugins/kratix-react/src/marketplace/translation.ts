import {
  createTranslationRef,
  useTranslationRef,
  type TranslationFunction,
} from '@backstage/frontend-plugin-api';
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

/**
 * Puts texts of the marketplace into the reader's language. `textsOf` is for the
 * compiler alone, which takes the function of one ref for that of any other.
 *
 * @public
 */
export type KratixMarketplaceT = TranslationFunction<
  typeof kratixMarketplaceTranslationRef.T
> & { readonly textsOf: 'plugin.kratix-marketplace' };

/** `t` for the texts of the marketplace, to be handed on. @public */
export function useKratixMarketplaceTranslation(): { t: KratixMarketplaceT } {
  return useTranslationRef(kratixMarketplaceTranslationRef) as {
    t: KratixMarketplaceT;
  };
}
