/**
 * How letters sound, and how a letter of another language may be heard: the way from "Furyk" to "Фјурик" and Φιούρικ.
 * One letter a sound: S is sh, Z zh, C ch, D dj, c ts, x kh, y a vowel that is hardly heard. What a `+` follows is less
 * usual, `_` is nothing at all. The longest letters that fit are read with the shorter ones beside them.
 */
type Readings = Record<string, string>;

/** Serbian, Macedonian and Bulgarian write as they hear. */
export const cyrillicLetters: Readings = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'D dj', ѓ: 'D gj', е: 'e', ж: 'Z', з: 'z', и: 'i', й: 'j', ј: 'j', к: 'k', л: 'l', љ: 'lj',
  м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'C', ќ: 'C kj', у: 'u', ф: 'f', х: 'x', ц: 'c', ч: 'C', џ: 'D',
  ѕ: 'dz', ш: 'S', щ: 'St SC', ъ: 'y', ы: 'i', ь: 'j _', э: 'e', ю: 'ju', я: 'ja', ё: 'jo o', і: 'i', ї: 'ji', є: 'je', ґ: 'g', ѝ: 'i',
  дж: 'D', дз: 'dz', дј: 'D dj', иј: 'ij i', ий: 'ij i', йо: 'jo', ьо: 'jo', уа: 'ua va', уе: 'ue ve', уи: 'ui vi', уо: 'uo vo',
}; // biome-ignore format: a table

export const greekLetters: Readings = {
  α: 'a', β: 'v b', γ: 'g', δ: 'd', ε: 'e', ζ: 'z Z', η: 'i', θ: 't s+', ι: 'i j', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'ks', ο: 'o', π: 'p',
  ρ: 'r', σ: 's S', ς: 's S', τ: 't', υ: 'i', φ: 'f', χ: 'x S+', ψ: 'ps', ω: 'o',
  αι: 'e', ει: 'i', οι: 'i', υι: 'i', ου: 'u', αυ: 'av af au', ευ: 'ev ef eu', μπ: 'b mb mp+', ντ: 'd nd nt', γκ: 'g ng nk+', γγ: 'g ng',
  τζ: 'D Z+ dz+', τσ: 'C c', ντζ: 'D nD', γι: 'j gi Di+', γε: 'je ge', γει: 'ji gi', γου: 'u v gu', γιου: 'ju', σσ: 's S', τς: 'C c',
  ά: 'a', έ: 'e', ή: 'i', ί: 'i', ό: 'o', ύ: 'i', ώ: 'o', ϊ: 'i j', ϋ: 'i', ΐ: 'i', αί: 'e', εί: 'i', οί: 'i', υί: 'i', ού: 'u', αύ: 'av af au',
  εύ: 'ev ef eu', γού: 'u v gu', γιού: 'ju', γεί: 'ji gi', γέ: 'je ge', γί: 'ji gi',
}; // biome-ignore format: a table

/** Latin letters, of a language that is not known: English, French, German, Spanish, Turkish, Romanian, Albanian, Croatian. */
export const latinLetters: Readings = {
  a: 'a e+ ej+ o++ y+', b: 'b', c: 'k c+ D+', d: 'd', e: 'e i+ y+ je+', f: 'f v+', g: 'g', h: 'x _+', i: 'i aj+ j', j: 'j D Z x', k: 'k',
  l: 'l', m: 'm', n: 'n', o: 'o u+ ou+ y+', p: 'p', q: 'k C', r: 'r', s: 's z S+', t: 't', u: 'u a+ ju+ i+ y+', v: 'v f+',
  w: 'v u gu', x: 'ks gz z+ x+ dz S+ s+', y: 'i j aj+ u+', z: 'z c dz+ s+ t+', ą: 'on a', ę: 'en e',
  ä: 'e a', å: 'o a', æ: 'e aj+', ö: 'e o jo+', ø: 'e o jo+', ü: 'i u ju', ë: 'e y _', é: 'e', è: 'e', ó: 'o u', ă: 'a y', â: 'a i y', î: 'i',
  ı: 'i y a+', ç: 'C s', ć: 'C', č: 'C', š: 'S', ş: 'S', ș: 'S', ś: 'S s', ž: 'Z', ż: 'Z', ź: 'Z z', đ: 'D', ğ: '_ g j', ł: 'l v', ñ: 'nj', ń: 'nj n',
  ț: 'c', ţ: 'c', ě: 'e je', ř: 'rZ Z', ý: 'i', ð: 'd', þ: 't',
  aa: 'a o', ae: 'aj e ae', ai: 'aj ej e', ay: 'aj ej', au: 'au av o', aw: 'o av au', augh: 'o af', ea: 'i e ia ea ej+ a+', ee: 'i e', ei: 'ej aj i',
  eu: 'oj eu ev e je+', ew: 'u ju ev', ey: 'i ej aj', eigh: 'ej', eau: 'o', ie: 'i ie ije aj', igh: 'aj', oa: 'o', oe: 'e o u oe', oi: 'oj ua oa',
  oo: 'u o', ou: 'u au o a+', ough: 'o au u af', ow: 'o au ov ou', oy: 'oj ua oa', ue: 'u ue ju e i', ui: 'ui vi i u', uy: 'uj i', ij: 'ij aj ej', yn: 'in',
  ce: 'se ce Ce ke+ te+', ci: 'si ci Ci ki+ C', cy: 'si ci', ch: 'C k x S', ck: 'k', cz: 'C', cs: 'C ks', cc: 'k kC C', sc: 's S sk', sch: 'S sk',
  sh: 'S', sz: 'S s', ss: 's S+', sj: 'S sj', sk: 'sk S+', tch: 'C', tsch: 'C', tz: 'c', ts: 'c', tt: 't', th: 't d s+', tj: 'C tj', zh: 'Z D', zs: 'Z',
  zz: 'c z', dj: 'D j', dž: 'D', dh: 'd', gj: 'D', gh: 'g _ f+', gn: 'nj gn n+', gi: 'gi Di Zi D', gy: 'Di gi D', gu: 'gu g gv',
  gli: 'lji gli', dge: 'D De', dg: 'D', kh: 'x k', kn: 'kn n', ll: 'l j lj', lj: 'lj', mb: 'mb m', mc: 'mak mek myk', nj: 'nj', nh: 'nj nx', lh: 'lj lx',
  ph: 'f', pf: 'f pf', ps: 'ps s', qu: 'kv k ku', rz: 'Z rz', rh: 'r', wh: 'v u x gu', wr: 'r vr', xh: 'D', ji: 'Di Zi ji', ya: 'ja', ye: 'je', yo: 'jo',
  yu: 'ju', oğ: 'o og', ng: 'ng nD', dt: 't d', lk: 'lk k+', tion: 'Son cion', dzh: 'D', ti: 'ti Si ci', ael: 'ael ajl yl el', io: 'io jo iu', ia: 'ia ja', ju: 'ju Du Zu xu', ge: 'ge De Ze D x+e je',
}; // biome-ignore format: a table

/** Latin letters at a word's end that some languages do not say: Mike, Barnier, Depardieu, Dupont. */
export const latinEnds: Readings = {
  e: '_ e i+', ce: 's c C', er: 'er e+ yr a+', es: 's es e+', t: 't _++', d: 'd _++ t', s: 's _++ S z', x: 'ks _+ S', z: 'z _++ c s', aux: 'o', eaux: 'o', ette: 'et', ier: 'ije ie ier',
  ille: 'il ij', elle: 'el', le: 'l yl le', re: 'r yr ar er re', che: 'S Ce ke', gue: 'g ge', que: 'k ke', ue: 'ue u _', ne: 'n ne', ey: 'i ej', y: 'i j aj+',
}; // biome-ignore format: a table
