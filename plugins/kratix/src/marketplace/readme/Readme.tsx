import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  VisuallyHidden,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import CheckBox from '@material-ui/icons/CheckBox';
import CheckBoxOutlineBlank from '@material-ui/icons/CheckBoxOutlineBlank';
import {
  createElement,
  useMemo,
  type AnchorHTMLAttributes,
  type HTMLAttributes,
  type ImgHTMLAttributes,
  type InputHTMLAttributes,
  type PropsWithChildren,
  type ReactNode,
} from 'react';
import ReactMarkdown from 'react-markdown';
import gfm from 'remark-gfm';
import { InLink, ReadmeImageView } from './ReadmeImageView';
import { headingId, readmeLink } from './readmeLinks';
import { readmeText } from './readmeText';

const useStyles = makeStyles(
  theme => ({
    root: {
      overflowWrap: 'anywhere',
      '& h3': { fontSize: '1.125rem' },
      '& h4': { fontSize: '1rem' },
      '& h5, & h6': { fontSize: '0.9375rem' },
      '& h3, & h4, & h5, & h6': {
        fontWeight: 600,
        lineHeight: 1.4,
        margin: theme.spacing(2, 0, 0.5),
        '&:first-child': { marginTop: 0 },
      },
      '& p': { margin: theme.spacing(0, 0, 1) },
      '& ul, & ol': { paddingLeft: theme.spacing(2.5) },
      '& img': { maxWidth: '100%' },
      '& a': { color: theme.palette.link, textDecoration: 'underline' },
      '& :not(pre) > code': {
        padding: theme.spacing(0, 0.5),
        background: theme.palette.background.default,
        borderRadius: theme.shape.borderRadius,
        fontSize: '0.875em',
      },
      '& pre': {
        margin: theme.spacing(0, 0, 1),
        padding: theme.spacing(1.5),
        whiteSpace: 'pre-wrap',
        background: theme.palette.background.default,
        borderRadius: theme.shape.borderRadius,
        fontSize: '0.875rem',
      },
      '& table': { borderCollapse: 'collapse' },
      '& th, & td': {
        border: `1px solid ${theme.palette.divider}`,
        padding: theme.spacing(0.5, 1),
        textAlign: 'start',
      },
      '& blockquote': {
        margin: theme.spacing(0, 0, 1),
        paddingLeft: theme.spacing(1.5),
        borderLeft: `3px solid ${theme.palette.divider}`,
      },
    },
    wide: { overflowX: 'auto', marginBottom: theme.spacing(1) },
  }),
  { name: 'KratixReadme' },
);

/**
 * Markdown by a stranger: no HTML of theirs, no image of another host, no link
 * that runs anything or tells where it was followed from.
 *
 * @internal
 */
export function Readme(props: { listing: ListingDetail }) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const { listing } = props;
  const components = useMemo(
    () => partsOf(listing, classes.wide),
    [listing, classes.wide],
  );
  const { text, isCut, isPlain } = useMemo(
    () => readmeText(listing.readme ?? ''),
    [listing.readme],
  );
  return (
    <div dir="auto" className={classes.root}>
      {isPlain ? (
        <>
          <p>{t('marketplace.page.readmePlain')}</p>
          <pre>{text}</pre>
        </>
      ) : (
        <ReactMarkdown
          skipHtml
          remarkPlugins={[gfm]}
          // Ours decide, as they know where the README stands.
          transformLinkUri={null}
          transformImageUri={src => src}
          components={components}
        >
          {text}
        </ReactMarkdown>
      )}
      {isCut && <p>{t('marketplace.page.readmeCut')}</p>}
    </div>
  );
}

function partsOf(listing: ListingDetail, wide: string) {
  // Below the page's own name and the card's.
  const heading =
    (level: number) =>
    ({ children }: HTMLAttributes<HTMLHeadingElement>) =>
      createElement(
        `h${Math.min(6, level + 2)}`,
        { id: headingId(textOf(children)) },
        children,
      );
  return {
    h1: heading(1),
    h2: heading(2),
    h3: heading(3),
    h4: heading(4),
    h5: heading(5),
    h6: heading(6),
    a: ({ href, children }: AnchorHTMLAttributes<HTMLAnchorElement>) => (
      <ReadmeAnchor listing={listing} href={href}>
        {children}
      </ReadmeAnchor>
    ),
    img: ({ src, alt }: ImgHTMLAttributes<HTMLImageElement>) => (
      <ReadmeImageView listing={listing} src={src} alt={alt} />
    ),
    input: ({ checked }: InputHTMLAttributes<HTMLInputElement>) => (
      <TaskMark done={checked === true} />
    ),
    // Wide tables scroll sideways; the keyboard must reach that too.
    table: ({ children }: HTMLAttributes<HTMLTableElement>) => (
      <div className={wide} role="group" tabIndex={0}>
        <table>{children}</table>
      </div>
    ),
  };
}

/** A box that nobody can tick is none. */
function TaskMark(props: { done: boolean }) {
  const { t } = useKratixMarketplaceTranslation();
  const Icon = props.done ? CheckBox : CheckBoxOutlineBlank;
  return (
    <>
      <Icon
        aria-hidden
        style={{ fontSize: 18, verticalAlign: 'text-bottom' }}
      />
      <VisuallyHidden>
        {t(props.done ? 'marketplace.page.done' : 'marketplace.page.notDone')}
      </VisuallyHidden>
    </>
  );
}

function ReadmeAnchor(
  props: PropsWithChildren<{ listing: ListingDetail; href?: string }>,
) {
  const { t } = useKratixMarketplaceTranslation();
  const { listing, href, children } = props;
  const link = readmeLink(href, listing);
  const inside = <InLink.Provider value>{children}</InLink.Provider>;
  switch (link.to) {
    case 'heading':
      return <a href={`#${link.id}`}>{inside}</a>;
    case 'elsewhere':
      return (
        <a href={link.href} target="_blank" rel="noopener noreferrer nofollow">
          {inside}
          <VisuallyHidden>, {t('marketplace.page.newTab')}</VisuallyHidden>
        </a>
      );
    case 'nowhere':
      return <>{children}</>;
    default:
      return link satisfies never;
  }
}

function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return `${node}`;
  if (Array.isArray(node)) return node.map(textOf).join('');
  const children =
    typeof node === 'object' && node !== null && 'props' in node
      ? node.props.children
      : undefined;
  return children === undefined ? '' : textOf(children);
}
