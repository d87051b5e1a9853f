import {
  aListingDetail,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen } from '@testing-library/react';
import { axeFindings } from '../../__testUtils__/axe';
import { renderKratix } from '../../__testUtils__/renderKratix';
import { Readme } from './Readme';

const png = new Blob(['PNG'], { type: 'image/png' });

function show(
  readme: string,
  given: Parameters<typeof aListingDetail>[0] = {},
  kratix = new FakeKratix({ files: { 'community/redis/redis/a.png': png } }),
) {
  const listing = aListingDetail({ readme, ...given });
  return renderKratix(<Readme listing={listing} />, kratix);
}

it('begins its headings below those of the page', async () => {
  show('# One\n\n## Two\n\n##### Five\n');
  expect(
    await screen.findByRole('heading', { level: 3, name: 'One' }),
  ).toHaveAttribute('id', 'readme-one');
  expect(screen.getByRole('heading', { level: 4, name: 'Two' })).toBeVisible();
  expect(screen.getByRole('heading', { level: 6, name: 'Five' })).toBeVisible();
});

it('draws tables, lists and code, and axe finds nothing', async () => {
  const { container } = show(
    '| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] done\n\n```yaml\nkind: Redis\n```\n',
  );
  expect(await screen.findByRole('cell', { name: '2' })).toBeVisible();
  expect(screen.getByText('kind: Redis')).toBeVisible();
  expect(screen.getByText('Done:')).toBeInTheDocument();
  expect(await axeFindings(container)).toEqual([]);
});

it('draws nothing of the HTML in it', async () => {
  const { container } = show(
    'Before <b>bold</b>\n\n<img src="https://spy.example.com/a.png" onerror="alert(1)">\n\n<script>alert(1)</script>\n\n<iframe src="https://spy.example.com"></iframe>\n\n<style>body{display:none}</style>\n\nAfter\n',
  );
  expect(await screen.findByText('After')).toBeVisible();
  expect(
    container.querySelectorAll('script, iframe, style, img, b'),
  ).toHaveLength(0);
});

it('stands up to what is made to stop it', async () => {
  const { container } = show('> '.repeat(20_000));
  expect(await screen.findByText(/^It is nested so deeply/)).toBeVisible();
  expect(container.querySelector('blockquote')).toBeNull();
});

it('says that it goes on', async () => {
  show('A word. '.repeat(10_000));
  expect(await screen.findByText(/^Only its beginning is shown/)).toBeVisible();
});

it('opens links elsewhere without telling where from', async () => {
  show('[Kratix](https://kratix.io)');
  const link = await screen.findByRole('link', { name: /^Kratix/ });
  expect(link).toHaveAttribute('href', 'https://kratix.io/');
  expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
});

it('keeps the words of links that lead nowhere', async () => {
  show('[run](javascript:alert(1)) [out](../../../x)');
  expect(await screen.findByText('run out')).toBeVisible();
  expect(screen.queryByRole('link')).toBeNull();
});

describe('images', () => {
  it('of its source come through the backend', async () => {
    show('![Shape](a.png)', { images: ['redis/a.png'] });
    expect(await screen.findByRole('img', { name: 'Shape' })).toHaveAttribute(
      'src',
      `data:image/png;base64,${btoa('PNG')}`,
    );
  });

  it('that the backend does not have are words', async () => {
    const { container } = show('![Shape](b.png)', { images: ['redis/a.png'] });
    expect(await screen.findByText('Image: Shape')).toBeVisible();
    expect(container.querySelector('img')).toBeNull();
  });

  it('that can’t be read are words', async () => {
    show('![Shape](a.png)', { images: ['redis/a.png'] }, new FakeKratix());
    expect(await screen.findByText('Image: Shape')).toBeVisible();
  });

  it('that are none are words', async () => {
    const page = new Blob(['<script>'], { type: 'text/html' });
    const kratix = new FakeKratix({
      files: { 'community/redis/redis/a.png': page },
    });
    show('![Shape](a.png)', { images: ['redis/a.png'] }, kratix);
    expect(await screen.findByText('Image: Shape')).toBeVisible();
  });

  it('of another host are links, so that it does not see who reads', async () => {
    const { container } = show('![Build](https://ci.example.com/badge.svg)');
    expect(
      await screen.findByRole('link', { name: 'Image: Build' }),
    ).toHaveAttribute('href', 'https://ci.example.com/badge.svg');
    expect(container.querySelector('img')).toBeNull();
  });

  it('of another host in a link are its words', async () => {
    const { container } = show(
      '[![Build](https://ci.example.com/badge.svg)](https://ci.example.com)',
    );
    const link = await screen.findByRole('link', { name: /^Build/ });
    expect(link).toHaveAttribute('href', 'https://ci.example.com/');
    expect(container.querySelectorAll('img, a a')).toHaveLength(0);
  });

  it('of another host are drawn where config allows it', async () => {
    show('![Build](https://ci.example.com/badge.svg)', {
      externalImages: true,
    });
    const image = await screen.findByRole('img', { name: 'Build' });
    expect(image).toHaveAttribute('src', 'https://ci.example.com/badge.svg');
    expect(image).toHaveAttribute('referrerpolicy', 'no-referrer');
  });

  it('without words are still named', async () => {
    show('![](https://ci.example.com/badge.svg)');
    expect(await screen.findByRole('link', { name: 'Image' })).toBeVisible();
  });
});
