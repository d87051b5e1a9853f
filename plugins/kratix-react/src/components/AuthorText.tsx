import { MarkdownContent } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { demoteHeadings } from './demoteHeadings';

const useStyles = makeStyles(
  theme => ({
    root: {
      overflowWrap: 'anywhere',
      '& h3, & h4, & h5, & h6': {
        fontSize: '0.9375rem',
        fontWeight: 600,
        lineHeight: 1.4,
        margin: theme.spacing(1.5, 0, 0.5),
      },
      '& p': { margin: theme.spacing(0, 0, 1) },
      '& ul, & ol': { paddingLeft: theme.spacing(2.5) },
    },
  }),
  { name: 'KratixAuthorText' },
);

/** Markdown by a Promise's author, without any HTML of theirs. @public */
export function AuthorText(props: { markdown: string }) {
  const classes = useStyles();
  return (
    <div dir="auto" className={classes.root}>
      <MarkdownContent content={demoteHeadings(props.markdown)} dialect="gfm" />
    </div>
  );
}
