import { measureMarketplace } from './measureMarketplace';

process.on('disconnect', () => process.exit());

measureMarketplace().then(
  figures => {
    process.send?.({ type: 'figures', figures });
    process.disconnect();
  },
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
