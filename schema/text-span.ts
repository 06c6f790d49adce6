import type { TextSpan } from '../src/domain/text.ts';
import { builder } from './builder.ts';
import { TextField } from './enums.ts';

export const TextSpanRef = builder.objectRef<TextSpan>('TextSpan').implement({
  description: 'Where in the text a tag comes from. Offsets count UTF-16 code units, end exclusive.',
  fields: (t) => ({
    field: t.expose('field', { type: TextField, description: 'The part of the article.' }),
    start: t.exposeInt('start', { description: 'Offset of its first code unit.' }),
    end: t.exposeInt('end', { description: 'Offset after its last code unit.' }),
    text: t.exposeString('text', { description: 'The words themselves.' }),
  }),
});
