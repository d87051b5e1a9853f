import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { MarketplaceSourceFile } from '@kratix-portal/backstage-plugin-kratix-node';

type Places = Pick<MarketplaceSourceFile, 'webUrl' | 'publicUrl'>;

/** How hosts write where a file is; a commit keeps both from moving. */
const hosts = {
  github: {
    tree: /^\/([^/]+\/[^/]+?)(?:\.git)?(?:\/tree\/([^/]+)(\/.*)?)?\/?$/,
    web: (origin: string, repo: string, ref: string, path: string) =>
      `${origin}/${repo}/blob/${ref}/${path}`,
    raw: (origin: string, repo: string, ref: string, path: string) =>
      origin === 'https://github.com'
        ? `https://raw.githubusercontent.com/${repo}/${ref}/${path}`
        : `${origin}/${repo}/raw/${ref}/${path}`,
  },
  gitlab: {
    tree: /^\/(.+?)(?:\.git)?(?:\/-\/tree\/([^/]+)(\/.*)?)?\/?$/,
    web: (origin: string, repo: string, ref: string, path: string) =>
      `${origin}/${repo}/-/blob/${ref}/${path}`,
    raw: (origin: string, repo: string, ref: string, path: string) =>
      `${origin}/${repo}/-/raw/${ref}/${path}`,
  },
};

const isCommit = (text: string) => /^[0-9a-f]{40}$/.test(text);

/**
 * Where else the files of a tree can be had: by a person, and by anybody where
 * the tree is public. Of hosts with other addresses only the first is known.
 *
 * @internal
 */
export function placesInTree(options: {
  url: string;
  /** What the tree was read at. */
  commit: string;
  isPublic: boolean;
  integrations: ScmIntegrationRegistry;
}): (path: string) => Places {
  const { url, commit, isPublic, integrations } = options;
  const integration = integrations.byUrl(url);
  if (!integration) return () => ({});
  const { origin, pathname } = new URL(url);
  const type = integration.type;
  if (type !== 'github' && type !== 'gitlab') {
    const base = url.endsWith('/') ? url : `${url}/`;
    return path => ({ webUrl: integration.resolveUrl({ url: path, base }) });
  }
  const host = hosts[type];
  const [, repo, given = 'HEAD', folder = ''] =
    host.tree.exec(decodeURI(pathname)) ?? [];
  if (!repo) return () => ({});
  const ref = isCommit(commit) ? commit : given;
  const inside = folder.replace(/^\/+|\/+$/g, '');
  return path => {
    const whole = [inside, path].filter(Boolean).join('/');
    const escaped = whole.split('/').map(encodeURIComponent).join('/');
    return {
      webUrl: host.web(origin, repo, ref, escaped),
      ...(isPublic && { publicUrl: host.raw(origin, repo, ref, escaped) }),
    };
  };
}
