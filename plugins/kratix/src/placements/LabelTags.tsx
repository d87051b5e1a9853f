import { Tag } from '@kratix-portal/backstage-plugin-kratix-react';

/** Labels as `key=value`. @internal */
export function LabelTags(props: { labels: Record<string, string> }) {
  const entries = Object.entries(props.labels);
  if (entries.length === 0) return <>–</>;
  return (
    <span
      style={{
        display: 'inline-flex',
        flexWrap: 'wrap',
        gap: 4,
        maxWidth: '100%',
      }}
    >
      {entries.map(([key, value]) => (
        <Tag key={key}>{value ? `${key}=${value}` : key}</Tag>
      ))}
    </span>
  );
}
