import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useKratixTranslation } from '../translation';
import { VisuallyHidden } from './VisuallyHidden';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1) },
    bone: {
      borderRadius: 4,
      '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
    },
  }),
  { name: 'KratixSkeletonRows' },
);

/** Lines of the height that the content will have. @public */
export function SkeletonRows(props: { count: number; height?: number }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { count, height = 20 } = props;
  return (
    <div className={classes.root} aria-busy="true" data-testid="loading">
      <VisuallyHidden>{t('shared.loading')}</VisuallyHidden>
      {Array.from({ length: count }, (_none, index) => (
        <Skeleton
          key={index}
          className={classes.bone}
          variant="rect"
          height={height}
          // Ragged ends read as text, equal ones as a barrier.
          width={`${100 - ((index * 17) % 30)}%`}
        />
      ))}
    </div>
  );
}
