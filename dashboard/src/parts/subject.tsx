import type { FrontQuery } from '../../generated/graphql.ts';
import { htmlLang } from '../formats.ts';
import { usePage } from '../page.ts';

const NON_LATIN = /\p{Script=Cyrillic}|\p{Script=Greek}/u;

/** Who the chosen actor is. */
export function Subject({ subject }: { subject: NonNullable<FrontQuery['subject']> }) {
  const { toggle } = usePage();
  const elsewhere = [
    ...new Map(subject.names.filter((name) => NON_LATIN.test(name.text)).map((name) => [name.text, name])).values(),
  ];
  return (
    <aside class="subject" aria-label={`Who is ${subject.name}`}>
      <p>
        <strong>{subject.name}</strong>
        {elsewhere.slice(0, 3).map((name) => (
          <span key={name.text} lang={htmlLang(name.language ?? '')} class="script">
            {name.text}
          </span>
        ))}
      </p>
      {subject.description && <p>{subject.description}</p>}
      {subject.countries.length > 0 && (
        <p>
          {subject.countries.map((country) => (
            <button key={country.code} type="button" class="plain" onClick={() => toggle('about', country.code)}>
              {country.name}
            </button>
          ))}
        </p>
      )}
    </aside>
  );
}
