import { objectType } from '@bufbuild/cel';
import {
  create,
  createFileRegistry,
  createRegistry,
  type DescMessage,
} from '@bufbuild/protobuf';
import { reflect, type ReflectMessage } from '@bufbuild/protobuf/reflect';
import {
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FileDescriptorProtoSchema,
} from '@bufbuild/protobuf/wkt';

/*
 * CEL values that are no scalars, lists or maps are protobuf messages to the
 * library. Kubernetes' own are declared here, with one text each, in which
 * equal values are equal.
 */
const names = ['IP', 'CIDR', 'Quantity', 'URL', 'NamedFormat'] as const;
type Name = (typeof names)[number];

const file = create(FileDescriptorProtoSchema, {
  name: 'kubernetes/cel.proto',
  package: 'kubernetes',
  syntax: 'proto3',
  messageType: names.map(name => ({
    name,
    field: [
      {
        name: 'text',
        jsonName: 'text',
        number: 1,
        type: FieldDescriptorProto_Type.STRING,
        label: FieldDescriptorProto_Label.OPTIONAL,
      },
    ],
  })),
});
const files = createFileRegistry(file, () => undefined);

function descriptionOf(name: Name): DescMessage {
  const found = files.getMessage(`kubernetes.${name}`);
  if (!found) throw new Error(`No message kubernetes.${name} was declared`);
  return found;
}

const descriptions = {
  IP: descriptionOf('IP'),
  CIDR: descriptionOf('CIDR'),
  Quantity: descriptionOf('Quantity'),
  URL: descriptionOf('URL'),
  NamedFormat: descriptionOf('NamedFormat'),
};

/** @internal */
export const kubernetesRegistry = createRegistry(
  ...Object.values(descriptions),
);

/** The types, as signatures of functions name them. @internal */
export const kubernetesType = {
  IP: objectType(descriptions.IP),
  CIDR: objectType(descriptions.CIDR),
  Quantity: objectType(descriptions.Quantity),
  URL: objectType(descriptions.URL),
  NamedFormat: objectType(descriptions.NamedFormat),
};

/** @internal */
export function kubernetesValue(name: Name, text: string): ReflectMessage {
  const value = reflect(descriptions[name]);
  value.set(descriptions[name].field.text, text);
  return value;
}

/** @internal */
export function textOf(value: ReflectMessage): string {
  return String(value.get(value.desc.field.text));
}
