/** Folded case endings that stand after a hyphen: EU-a, NATO-s, PSD-ului. */
export const hyphenEndings: ReadonlySet<string> = new Set(
  `a u om em ov ova ovo ovi ove ovu ovog ovom ovih ovim e i ja ju jem jom je jev ot ta to te s se ne n t it in es en ut un ve at ata ite ul ului uri ilor lui ei ii`.split(
    ' ',
  ),
);
