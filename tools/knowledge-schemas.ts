import { z } from 'zod';
import { actorSchema } from '../src/catalog/actor-schema.ts';
import { outletSchema } from '../src/catalog/outlet-schema.ts';
import { countrySchema, givenNamesSchema, placeSchema, roleWordsSchema, topicSchema } from '../src/catalog/schemas.ts';
import { sampleEventSchema, sampleOutletFields } from '../src/commands/demo/sample-schemas.ts';

/** The JSON Schemas of the knowledge files, for editors, made of the very shapes that the loader checks with. */
export const schemaFolder = 'sources/schemas';

const { serve: _serve, furniture: _furniture, ...outletFields } = outletSchema.shape;
const outlet = z.strictObject(outletFields).describe(outletSchema.description ?? '');
const sampleOutlet = z
  .strictObject({ ...outletFields, ...sampleOutletFields })
  .describe('An invented outlet of the demo; the file’s name is its slug.');

const shapes: { name: string; title: string; shape: z.ZodType; files: RegExp }[] = [
  { name: 'outlet', title: 'An outlet', shape: outlet, files: /^outlets\/\w+\/[^/]+\.yaml$/ },
  { name: 'actors', title: 'Actors', shape: z.array(actorSchema), files: /^actors\/[^/]+\.yaml$/ },
  { name: 'places', title: 'Places', shape: z.array(placeSchema), files: /^places\/[^/]+\.yaml$/ },
  { name: 'countries', title: 'Countries', shape: z.array(countrySchema), files: /^countries\.yaml$/ },
  { name: 'topics', title: 'Topics', shape: z.array(topicSchema), files: /^topics\.yaml$/ },
  { name: 'roles', title: 'Words for offices', shape: z.array(roleWordsSchema), files: /^roles\.yaml$/ },
  { name: 'given-names', title: 'Given names', shape: givenNamesSchema, files: /^given-names\/[^/]+\.yaml$/ },
  { name: 'sample-event', title: 'A sample event', shape: sampleEventSchema, files: /^samples\/events\/[^/]+\.yaml$/ },
  { name: 'sample-outlet', title: 'A sample outlet', shape: sampleOutlet, files: /^samples\/outlets\/[^/]+\.yaml$/ },
];

/** Each schema's file below `schemaFolder`, and its text. */
export function knowledgeSchemas(): { file: string; text: string }[] {
  return shapes.map(({ name, title, shape }) => {
    const { $schema, ...schema } = z.toJSONSchema(shape, { io: 'input', target: 'draft-7', override: removable });
    return { file: `${name}.json`, text: `${JSON.stringify({ $schema, title, ...schema }, null, 2)}\n` };
  });
}

/** Name of the schema that a file below sources/ follows (`outlets/MK/a1on.yaml`); undefined where it has none. */
export const schemaOf = (file: string): string | undefined => shapes.find(({ files }) => files.test(file))?.name;

/** `enabled: false` removes an outlet, and the file needs nothing else then; only editors ask for this in one schema. */
function removable({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (zodSchema !== outlet) return;
  const { required } = jsonSchema;
  delete jsonSchema.required;
  jsonSchema.if = { properties: { enabled: { const: false } }, required: ['enabled'] };
  jsonSchema.else = { required };
}
