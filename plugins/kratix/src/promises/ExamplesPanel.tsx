import {
  CopyButton,
  useKratixTranslation,
  Panel,
  YamlText,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useState } from 'react';
import { Choice } from '../tables';

/** An example request with the name it goes by. @internal */
export interface NamedExample {
  id: string;
  title: string;
  text: string;
}

/** Example requests to read and copy, one at a time; the first to begin with. @internal */
export function ExamplesPanel(props: { examples: NamedExample[] }) {
  const { t } = useKratixTranslation();
  const { examples } = props;
  const [chosen, setChosen] = useState<string>();
  const shown = examples.find(({ id }) => id === chosen) ?? examples.at(0);
  if (!shown) return null;
  return (
    <Panel
      title={t('promisePage.api.example')}
      actions={
        <>
          <Choice
            label={t('promisePage.api.example')}
            chosen={shown.id}
            onChoose={setChosen}
            options={examples}
          />
          <CopyButton
            text={shown.text}
            name={t('promisePage.api.example')}
            label={t('shared.copy')}
          />
        </>
      }
    >
      <YamlText text={shown.text} label={t('promisePage.api.example')} />
    </Panel>
  );
}
