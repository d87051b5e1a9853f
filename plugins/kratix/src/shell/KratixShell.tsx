import { Content, ErrorBoundary, Page } from '@backstage/core-components';
import {
  focusRings,
  SkeletonRows,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { Suspense } from 'react';
import { Outlet } from 'react-router-dom';
import { PageStatusProvider } from './pageStatus';
import { ShellHeader } from './ShellHeader';

const useStyles = makeStyles(
  theme => ({
    // Focus must not hide below what sticks to the top or the foot of the page.
    // Lengths have their unit here: none is added to these, and a bare number
    // is void.
    root: {
      scrollPaddingTop: '96px',
      scrollPaddingBottom: '96px',
      // There it is the window that scrolls, and the portal's own bar lies
      // below that foot.
      [theme.breakpoints.down('xs')]: {
        // Otherwise things would stick to the foot of what never scrolls.
        '&&': { overflow: 'visible' },
        '& :focus-visible': {
          scrollMarginTop: '96px',
          scrollMarginBottom: '152px',
        },
      },
      ...focusRings(theme),
    },
    content: { background: theme.palette.background.default },
  }),
  { name: 'KratixShell' },
);

/** The frame of every page; a page that fails leaves it standing. @internal */
export function KratixShell() {
  const classes = useStyles();
  return (
    <Page themeId="tool" className={classes.root}>
      <PageStatusProvider>
        <ShellHeader />
        <Content className={classes.content}>
          <ErrorBoundary>
            <Suspense fallback={<SkeletonRows count={6} height={28} />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </Content>
      </PageStatusProvider>
    </Page>
  );
}
