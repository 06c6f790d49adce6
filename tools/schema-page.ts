import {
  astFromValue,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  print,
} from 'graphql';

/** docs/schema.md: every type of the schema with its fields, arguments and descriptions. */
export function schemaPage(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !(isScalarType(type) && isSpecifiedScalarType(type)))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const roots = [schema.getQueryType(), schema.getSubscriptionType()].filter((type) => type != null);
  const rest = types.filter((type) => !roots.some((root) => root.name === type.name));
  const groups: [title: string, types: GraphQLNamedType[]][] = [
    ['What can be asked', roots],
    ['Objects', rest.filter((type) => isObjectType(type) && !isPlumbing(type))],
    ['Interfaces', rest.filter(isInterfaceType)],
    ['Inputs', rest.filter(isInputObjectType)],
    ['Enums', rest.filter(isEnumType)],
    ['Scalars', rest.filter(isScalarType)],
    ['Connections and edges', rest.filter((type) => isObjectType(type) && isPlumbing(type))],
  ];
  return `# The schema
<!-- Made by npm run docs out of schema/schema.graphql; a change belongs into schema/. -->
What says *Paged* is a connection (Relay) and takes \`first: Int\` (1 to 100; 20 by default) and \`after: String\`, or \`last: Int\` and
\`before: String\`; cursors are those of \`edges\` and \`pageInfo\`, and \`nodes\` is the list without them. The same \`ArticleFilter\` drives every list, facet, timeline, matrix and subscription. GraphiQL at \`/graphql\` shows all this
beside the query.

${groups.map(([title, members]) => `## ${title}\n\n${members.map(section).join('\n\n')}`).join('\n\n')}
`;
}

/** Arguments of every list; they are told once. */
const PAGING = ['first', 'after', 'last', 'before'];

const isPlumbing = (type: GraphQLNamedType) => /(Connection|Edge)$|^PageInfo$/.test(type.name);

function section(type: GraphQLNamedType): string {
  const lines = [`### ${type.name}`, line(type.description)];
  if (isObjectType(type) || isInterfaceType(type)) {
    const is = type.getInterfaces().map((one) => link(one.name));
    if (is.length > 0) lines.push(`Is a ${is.join(', ')}.`);
    lines.push('', '| field | gives | |', '| --- | --- | --- |', ...Object.values(type.getFields()).map(fieldRow));
  } else if (isInputObjectType(type)) {
    lines.push('', '| field | takes | |', '| --- | --- | --- |', ...Object.values(type.getFields()).map(inputRow));
  } else if (isEnumType(type)) {
    const values = type.getValues().map((value) => `| \`${value.name}\` | ${line(value.description)} |`);
    lines.push('', '| value | |', '| --- | --- |', ...values);
  }
  return lines.join('\n');
}

function fieldRow(field: GraphQLField<unknown, unknown>): string {
  const paged = PAGING.every((name) => field.args.some((argument) => argument.name === name));
  const args = field.args.filter((argument) => !(paged && PAGING.includes(argument.name)));
  const taken = args.map((argument) => {
    const about = line(argument.description);
    return `<br>• \`${argument.name}\`: ${typeLink(argument)}${fallback(argument)}${about ? ` – ${about}` : ''}`;
  });
  return `| \`${field.name}\` | ${typeLink(field)} | ${line(field.description)}${paged ? ' *Paged.*' : ''}${taken.join('')} |`;
}

const inputRow = (field: GraphQLInputField) =>
  `| \`${field.name}\` | ${typeLink(field)}${fallback(field)} | ${line(field.description)} |`;

function fallback({ default: given, type }: Pick<GraphQLInputField, 'default' | 'type'>): string {
  if (given === undefined) return '';
  const node = given.literal ?? astFromValue(given.value, type);
  return node ? ` = \`${print(node)}\`` : '';
}

/** `[Article!]!`, the name in it a link to its section. */
function typeLink({ type }: { type: GraphQLField<unknown, unknown>['type'] | GraphQLInputField['type'] }): string {
  const { name } = getNamedType(type);
  const [before, after] = String(type).split(name);
  const plain = ['Int', 'Float', 'String', 'Boolean', 'ID'].includes(name);
  return `${escapeBrackets(before)}${plain ? name : link(name)}${escapeBrackets(after)}`;
}

const escapeBrackets = (text = '') => text.replace(/[[\]]/g, '\\$&');
const link = (name: string) => `[${name}](#${name.toLowerCase()})`;
const line = (text: string | null | undefined) =>
  (text ?? '').replace(/\s+/g, ' ').trim().replaceAll('|', '\\|').replaceAll('<', '&lt;');
