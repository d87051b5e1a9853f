import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import {
  readDocuments,
  type MarketplaceFile,
  type ReadDocuments,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** What such a thread says: once that it is there, then an answer a file. @internal */
export type ThreadWord = { ready: true } | { read: ReadDocuments };

const role = 'kratix-marketplace-documents';

/** How to start a thread that runs this very file, be it built or not. @internal */
export const documentsThread = {
  file: __filename,
  workerData: { role },
};

// The backend itself may run in a thread of somebody else's.
if (!isMainThread && workerData?.role === role) {
  const say = (word: ThreadWord) => parentPort?.postMessage(word);
  parentPort?.on('message', ({ path, text }: MarketplaceFile) =>
    say({ read: readDocuments(path, text) }),
  );
  say({ ready: true });
}
