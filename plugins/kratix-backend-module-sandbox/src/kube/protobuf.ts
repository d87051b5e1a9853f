import protobuf, { type INamespace } from 'protobufjs/light';
import { badRequest } from '../store';

const { Root } = protobuf;

type Field = [id: number, type: string, rule?: 'repeated' | 'map'];

function message(fields: Record<string, Field>) {
  return {
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, [id, type, rule]]) => [
        name,
        {
          id,
          type,
          ...(rule === 'repeated' && { rule }),
          ...(rule === 'map' && { keyType: 'string' }),
        },
      ]),
    ),
  };
}

// kubectl's typed commands (auth can-i, create namespace, …) speak protobuf
// and nothing else. These are the messages they send, with the field numbers
// of k8s.io/api; fields that are not named here are skipped.
const messages: INamespace = {
  nested: {
    Unknown: message({ typeMeta: [1, 'TypeMeta'], raw: [2, 'bytes'] }),
    TypeMeta: message({ apiVersion: [1, 'string'], kind: [2, 'string'] }),
    ObjectMeta: message({
      name: [1, 'string'],
      generateName: [2, 'string'],
      namespace: [3, 'string'],
      resourceVersion: [6, 'string'],
      labels: [11, 'string', 'map'],
      annotations: [12, 'string', 'map'],
      finalizers: [14, 'string', 'repeated'],
    }),
    Namespace: message({ metadata: [1, 'ObjectMeta'] }),
    ServiceAccount: message({ metadata: [1, 'ObjectMeta'] }),
    ConfigMap: message({
      metadata: [1, 'ObjectMeta'],
      data: [2, 'string', 'map'],
    }),
    Secret: message({
      metadata: [1, 'ObjectMeta'],
      data: [2, 'bytes', 'map'],
      type: [3, 'string'],
      stringData: [4, 'string', 'map'],
    }),
    PolicyRule: message({
      verbs: [1, 'string', 'repeated'],
      apiGroups: [2, 'string', 'repeated'],
      resources: [3, 'string', 'repeated'],
      resourceNames: [4, 'string', 'repeated'],
      nonResourceURLs: [5, 'string', 'repeated'],
    }),
    Subject: message({
      kind: [1, 'string'],
      apiGroup: [2, 'string'],
      name: [3, 'string'],
      namespace: [4, 'string'],
    }),
    RoleRef: message({
      apiGroup: [1, 'string'],
      kind: [2, 'string'],
      name: [3, 'string'],
    }),
    Role: message({
      metadata: [1, 'ObjectMeta'],
      rules: [2, 'PolicyRule', 'repeated'],
    }),
    ClusterRole: message({
      metadata: [1, 'ObjectMeta'],
      rules: [2, 'PolicyRule', 'repeated'],
    }),
    RoleBinding: message({
      metadata: [1, 'ObjectMeta'],
      subjects: [2, 'Subject', 'repeated'],
      roleRef: [3, 'RoleRef'],
    }),
    ClusterRoleBinding: message({
      metadata: [1, 'ObjectMeta'],
      subjects: [2, 'Subject', 'repeated'],
      roleRef: [3, 'RoleRef'],
    }),
    ResourceAttributes: message({
      namespace: [1, 'string'],
      verb: [2, 'string'],
      group: [3, 'string'],
      version: [4, 'string'],
      resource: [5, 'string'],
      subresource: [6, 'string'],
      name: [7, 'string'],
    }),
    NonResourceAttributes: message({
      path: [1, 'string'],
      verb: [2, 'string'],
    }),
    AccessReviewSpec: message({
      resourceAttributes: [1, 'ResourceAttributes'],
      nonResourceAttributes: [2, 'NonResourceAttributes'],
      user: [3, 'string'],
      groups: [4, 'string', 'repeated'],
    }),
    SelfSubjectAccessReview: message({ spec: [2, 'AccessReviewSpec'] }),
    SubjectAccessReview: message({ spec: [2, 'AccessReviewSpec'] }),
    RulesReviewSpec: message({ namespace: [1, 'string'] }),
    SelfSubjectRulesReview: message({ spec: [2, 'RulesReviewSpec'] }),
    SelfSubjectReview: message({ metadata: [1, 'ObjectMeta'] }),
    Preconditions: message({
      uid: [1, 'string'],
      resourceVersion: [2, 'string'],
    }),
    DeleteOptions: message({
      preconditions: [2, 'Preconditions'],
      propagationPolicy: [4, 'string'],
      dryRun: [5, 'string', 'repeated'],
    }),
  },
};

const root = Root.fromJSON(messages);
const magic = Buffer.from('k8s\0');

function decoded(type: string, bytes: Uint8Array): Record<string, unknown> {
  const lookup = root.lookupType(type);
  return lookup.toObject(lookup.decode(bytes), { bytes: String });
}

/**
 * The object in a protobuf body.
 *
 * @throws KubeStatusError 400 for a kind that is not among the above
 * @internal
 */
export function parseProtobuf(body: Buffer): Record<string, unknown> {
  if (!body.subarray(0, magic.length).equals(magic)) {
    throw badRequest(
      'the provided data does not appear to be a protobuf message',
    );
  }
  const unknown = root.lookupType('Unknown');
  const envelope = unknown.toObject(
    unknown.decode(body.subarray(magic.length)),
  );
  const { apiVersion, kind } = envelope.typeMeta ?? {};
  if (typeof kind !== 'string' || !root.get(kind)) {
    throw badRequest(`${kind} is not taken as protobuf; send JSON`);
  }
  return {
    apiVersion,
    kind,
    metadata: {},
    ...decoded(kind, envelope.raw ?? new Uint8Array()),
  };
}
