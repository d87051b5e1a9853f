import type { ConnectionKind } from '../types';
import { clusterConnection } from './clusterConnection';
import { inClusterConnection } from './inClusterConnection';
import { kubeconfigConnection } from './kubeconfigConnection';
import { urlConnection } from './urlConnection';

/** The kinds of connection that are always there. @internal */
export const builtInConnections: ConnectionKind[] = [
  kubeconfigConnection,
  inClusterConnection,
  clusterConnection,
  urlConnection,
];
