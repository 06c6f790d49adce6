import type { Group } from '../forms/language-group.ts';
import { fold } from '../text/fold.ts';

/** Genitives that follow the head of an organisation's name at once: Akademija nauka, Fakultet prava, Savez novinara. */
const bcs = `nauka znanosti umetnosti umjetnosti kulture sporta jezika prava rada medicine ekonomije filozofije književnosti istorije povijesti prosvete prosvjete zdravlja zdravstva studija novinara pisaca književnika poslodavaca
  sindikata gradova opština općina naroda nacija civilizacija civila građana žena mladih roditelja studenata učenika lekara liječnika sudija sudaca tužilaca tužitelja odvjetnika advokata arhitekata inženjera umetnika umjetnika glumaca
  skladatelja kompozitora glazbenika prevodilaca prevoditelja izdavača nakladnika proizvođača potrošača penzionera umirovljenika boraca veterana branitelja invalida slijepih gluvih gluhih novina bezbednosti sigurnosti odbrane obrane
  finansija financija pravde pravosuđa turizma trgovine industrije energetike saobraćaja prometa pomorstva poljoprivrede šumarstva vodoprivrede statistike javnosti države društva evrope europe istoka balkana stočara ratara pčelara lovaca ribara vatrogasaca
  časnika oficira policajaca policije vojske fudbalera nogometaša košarkaša tenisera srba hrvata bošnjaka albanaca roma jevreja židova muslimana katolika`;

export const subjects: Partial<Record<Group, ReadonlySet<string>>> = { bcs: new Set(bcs.split(/\s+/).map(fold)) };
