import { fold } from '../text/fold.ts';

/**
 * What pieces of a series call themselves, folded. They come each day from every outlet and tell no event: weather,
 * rates, horoscopes, the day in short, what is on, live blogs, draws.
 */
const names = [
  // weather
  '(dugorocna |vremenska |kratkorocna )?prognoza( vremena)?', 'vrijeme (danas|sutra)', 'vreme (danas|sutra)', 'vrijeme', 'vremeto (denes|utre|dnes)',
  'vremeto', 'vremenska napoved', 'vremenska prognoza', 'prognoza za (vremeto|dnes|utre)', 'parashikimi i motit', 'moti (sot|neser)', 'vremea', 'prognoza meteo',
  'prognoza tis? kairou', 'o kairos', 'kairos', 'hava durumu', 'weather( forecast)?', 'vreme',
  // money
  'kursna lista', 'tecajna lista', 'tecajnica', 'kursi i kembimit( valutor)?', 'kursi valutor', 'kursul (valutar|bnr|euro)', 'curs(ul)? (valutar|bnr)',
  'valutni kursove', 'kursna lista', 'kursevi', 'doviz kurlari', 'altin fiyatlari', 'dolar ve euro( gune nasil basladi)?', 'exchange rates?', 'isotimies', 'cene goriva', 'cijene goriva',
  // stars
  '(dnevni |dneven |dneven |nedeljni |tjedni |sedmicni )?horoskop(i)?', 'horoskopi( ditor| i dites)?', 'horoscop(ul)?( zilei)?', 'horoscope', 'oroskopio', 'zodia', 'gunluk burc( yorumlari)?', 'burc yorumlari',
  // the day in short
  '(jutarnji|dnevni|vecernji|dneven|utrinski) (pregled|bilten|brifing)', 'pregled (dana|vesti|vijesti|dnevnika|stampe|na denot)', 'vesti dana', 'vijesti dana', 'najvaznije (vesti|vijesti) dana',
  'lajmet kryesore', 'permbledhje e lajmeve', 'titujt kryesore', 'gazetat e dites', 'morning briefing', 'daily briefing', 'news roundup', 'the week in', 'gunun ozeti', 'gunun manseleri', 'naslovne strane', 'na denesen den', 'na danasnji dan', 'dogodilo se na danasnji dan', 'on this day',
  'stirile zilei', 'obzor na pechata', 'pregled na pechata', 'dogodki dneva', 'protoselida',
  // lists
  'raspored( i satnica)?( vikenda| kola| utakmica)?', 'satnica', 'parovi( i satnica)?( kola)?', 'rezultati i (tabela|ljestvica|tablica)', 'ndeshjet e (fundjaves|dites|javes)', 'orari i ndeshjeve',
  'programi (televiziv|i ndeshjeve)', 'tv program', 'tv raspored', 'programul (tv|etapei)', 'metadoseis', 'fixtures', 'what s on', 'nereden izlenir', 'macat (na|e) denot', 'loto', 'bingo', 'loto 7', 'jackpot',
  'efimereyonta farmakeia( kai nosokomeia)?', 'dezurn[aei] (apotek[ae]|ljekarn[ae]|lekarn[ae]|apteki)', 'nobetci eczane(ler)?', 'farmacii de garda', 'pharmacies on duty',
  'umrli', 'osmrtnice', 'red letenja', 'stanje na (putevima|cestama)', 'iskljucenja struje', 'bez struje', 'planirana iskljucenja',
]; // biome-ignore format: a table

/** When it is for, which may follow its name: weather for tomorrow, horoscope for Monday. */
const when =
  '( (za|per|pentru|gia|icin|for|na))? ?(danas|sutra|vikend|den|denes|utre|utrinska|dnes|jutri|sot|neser|sonte|fundjave|azi|astazi|maine|weekend|simera|ayrio|bugun|yarin|today|tomorrow|tonight|noc|nocas|nocva|ponedeljak|ponedjeljak|utorak|sredu|srijedu|cetvrtak|petak|subotu|nedelju|nedjelju|ponedelek|vtornik|sreda|cetvrtok|petok|sabota|nedela|nedelja|e hene|e marte|e merkure|e enjte|e premte|e shtune|e diel|luni|marti|miercuri|joi|vineri|sambata|duminica)';

const live = [
  'uzivo', 'live', 'live blog', 'liveblog', 'live updates', 'drejtperdrejt', 'na zivo', 'vo zivo', 'v zivo', 'canli( anlatim)?', 'minut po minut', 'minutu po minutu', 'minuta po minuta', 'lepto pros lepto',
]; // biome-ignore format: a table

const words = (text: string): string => (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(fold).join(' ');

const opening = new RegExp(`^(${[...names, ...live].join('|')})(${when})?$`);
// The day in so many news, and what one must know today, wherever it stands.
const number =
  '(tri|cetiri|pet|sest|sedam|sedem|osam|osem|deset|tre|kater|pese|gjashte|shtate|dhjete|tria|tessera|pente|exi|epta|deka|trei|patru|cinci|sase|sapte|zece|uc|dort|bes|alti|yedi|on|three|four|five|six|seven|ten|\\d+)';
const news =
  '(novini|novosti|vesti|vijesti|vestite|novice|novic|lajme|eidiseis|stiri|haberde|haber|haberle|stories|headlines|things)';
const day =
  '(den|denjat|denot|dan|dana|jutro|utro|utroto|jutra|dita|diten|dites|mengjes|mengjesi|mengjesin|imera|proi|ziua|zilei|dimineata|diminetii|gun|gunun|sabah|day|morning|danas|denes|dnes|danes|sot|simera|azi|astazi|bugun|today)';
const briefing = new RegExp(
  `\\b${day}\\b.{0,12}\\b${number} ${news}\\b|\\b${number} ${news}\\b.{0,12}\\b${day}$|` +
    `\\b(treba da znate|trebate znati|morate vedeti|morate znati|trebva da znaete|triabva da znaete|trjabva da znaete|duhet te dini|prepei na xerete|trebuie sa stii|trebuie sa stiti|bilmeniz gerekenler|you need to know)\\b.{0,6}\\b${day}$`,
);
// What is played when, wherever in the headline it stands: a list's name beside a round or a weekend.
const lists =
  /\b(spored|program|programi|programa|programma|raspored|satnica|parovi|ndeshjet|orari|fixtures|etapa)\b.*\b(kola|kroga|kraga|koloto|vikenda|vikend|konca tedna|tedna|fundjaves|javes|liga|lige|ligi|etapei|agonistikis|weekend)\b|\bhaftanin (programi|maclari|fiksturu)\b/;
const closing = new RegExp(`^(${live.join('|')})$`);

/** Such a name as the whole headline, or before its colon, dash or bar; that it is live may stand last too. */
export function isRecurringHeadline(headline: string): boolean {
  const parts = headline.split(/\s*[:|]\s*|\s+[–—-]\s+|\s*\(\s*|\s*\)\s*/u).filter((part) => part.trim() !== '');
  if (parts.length === 0) return false;
  const all = words(headline);
  if (lists.test(all) || briefing.test(all)) return true;
  const bare = (part: string) =>
    words(part)
      .replace(/\b\d+\b/g, '')
      .replace(/ +/g, ' ')
      .trim();
  if (opening.test(bare(parts[0]!))) return true;
  return parts.length > 1 && closing.test(bare(parts.at(-1)!));
}
