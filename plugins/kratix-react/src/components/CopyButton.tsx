import IconButton from '@material-ui/core/IconButton';
import CheckIcon from '@material-ui/icons/Check';
import CopyIcon from '@material-ui/icons/FileCopyOutlined';
import { useEffect, useState } from 'react';
import { useKratixTranslation } from '../translation';
import { VisuallyHidden } from './VisuallyHidden';
import { PlainButton } from './PlainButton';

const shownMs = 2_000;

/** Copies a text and says whether it could. @public */
export function CopyButton(props: {
  text: string;
  /** Named for screen readers, as `Copy url`. */
  name: string;
  /** Written on the button; an icon alone without it. */
  label?: string;
}) {
  const { t } = useKratixTranslation();
  const { text, name, label } = props;
  const [result, setResult] = useState<'copied' | 'failed'>();
  useEffect(() => {
    if (!result) return undefined;
    const timer = setTimeout(() => setResult(undefined), shownMs);
    return () => clearTimeout(timer);
  }, [result]);

  const copy = () => {
    // Absent where the page is not served securely.
    const written = navigator.clipboard?.writeText(text);
    if (!written) setResult('failed');
    else
      written.then(
        () => setResult('copied'),
        () => setResult('failed'),
      );
  };
  const icon =
    result === 'copied' ? (
      <CheckIcon fontSize="inherit" />
    ) : (
      <CopyIcon fontSize="inherit" />
    );
  const said =
    result === 'failed' ? t('shared.copyFailed') : t('shared.copied');
  const spoken = t('shared.copyNamed', { name });
  return (
    <>
      {label ? (
        <PlainButton
          size="small"
          startIcon={icon}
          onClick={copy}
          aria-label={spoken}
        >
          {result ? said : label}
        </PlainButton>
      ) : (
        <IconButton
          size="small"
          aria-label={spoken}
          title={result === 'failed' ? said : spoken}
          onClick={copy}
          style={{ fontSize: 16, minWidth: 24, minHeight: 24 }}
        >
          {icon}
        </IconButton>
      )}
      <VisuallyHidden>
        <span role="status">{result ? said : ''}</span>
      </VisuallyHidden>
    </>
  );
}
