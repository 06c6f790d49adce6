import type { PageElement } from './tree.ts';

/** What tag, role, class and id say of an element, before its text is looked at. */
export type Sign = 'plain' | 'text' | 'junk' | 'caption' | 'hidden';

const JUNK_TAGS = new Set([
  'nav',
  'footer',
  'aside',
  'form',
  'button',
  'menu',
  'dialog',
  'fieldset',
  'label',
  'input',
  'progress',
  'amp-ad',
  'amp-social-share',
  'amp-sidebar',
  'amp-analytics',
  'amp-consent',
]);
const JUNK_ROLES = new Set([
  'navigation',
  'complementary',
  'banner',
  'contentinfo',
  'search',
  'dialog',
  'alertdialog',
  'menu',
  'menubar',
  'toolbar',
  'tablist',
  'button',
  'form',
  'note-box',
]);
const CAPTION_TAGS = new Set(['figcaption', 'figure', 'caption', 'amp-img', 'picture']);

/** Words that name furniture wherever they stand in a class or id. */
const JUNK_WORDS = new Set(
  `share shares sharing sharebar sharer sharethis addthis addtoany addtoany sharedaddy social socials socialmedia sociallinks socialbar
  related relatedposts relatedarticles relatedcontent relatedlinks relatednews recommended recommendation recommendations recirc recirculation suggested
  newsletter newsletters subscribe subscription subscriptions signup optin mailchimp mailinglist
  comment comments commentlist respond disqus livefyre fbcomments discussion
  promo promos promobox promoted promotion sponsor sponsored sponsors advert adverts advertisement advertising advertise adslot adunit adbox adsbygoogle adsense ad ads adv dfp gpt
  outbrain taboola mgid zergnet revcontent adoric contentexchange midas
  sidebar sidebars widget widgets breadcrumb breadcrumbs crumbs nav navbar navigation menu submenu footer masthead toolbar pagination pager paging
  tags taglist tagcloud keywords byline bylines authorbox authorbio authorinfo bio timestamp pubdate postmeta entrymeta metadata articlemeta
  popup modal overlay lightbox cookie cookies consent gdpr login signin register
  rating ratings vote voting poll
  trending popular mostread mostpopular latest latestnews teaser teasers morestories morenews morefrom readalso alsoread seealso readnext nextup upnext
  noprint skiplink toc tooltip rollover hovercard tippy print copyright disclaimer
  povezano povezane povezanevesti povezanevijesti povezaneteme vezane vezano slicne preporuka preporuke preporucujemo izdvajamo procitajte komentari komentar komentara
  najnovije najcitanije oglas oglasi reklama reklame marketing podeli podijeli
  lajmetengjashme ngjashme komente komentet reklamat
  svarzani svyrzani podobni srodno
  sxetika schetika sxolia articole-similare similare comentarii yorumlar ilgili benzer`
    .split(/\s+/)
    .filter(Boolean),
);
/** Two words beside each other that name furniture together. */
const JUNK_PAIRS =
  /(^|[^a-z])((author|writer|contributor)[-_ ]?(box|bio|info|card|details|profile|block|name|meta|about|description)|about[-_ ]?(the[-_ ]?)?author|(post|entry|article|story|page|news|single)[-_ ]*(meta|info|tags?|tools?|nav|navigation|actions?|author|authors|date|byline|footer|topics|categories|category|options|utility|utilities)|(more|read|see|also|you|keep)[-_ ]?(stories|news|reading|articles|also|next|may|might|from|like|on)[-_a-z]*|most[-_ ]?(read|viewed|popular|commented)|(post|article)[-_ ]?(list|grid|feed)|call[-_ ]?to[-_ ]?action|cta|follow[-_ ]?us|sign[-_ ]?up|log[-_ ]?in|back[-_ ]?to[-_ ]?top|read[-_ ]?time|reading[-_ ]?time|(prev|previous|next)[-_ ]?(article|post|story|news)|wp[-_ ]?polls|jp[-_ ]?relatedposts|fb[-_ ](like|share|root)|google[-_ ]?news|slicne[-_ ]?vesti|te[-_ ]?ngjashme|lexo[-_ ]?edhe|citeste[-_ ]?si|procitajte|pročitajte|saznaj[-_ ]?vise|diavaste[-_ ]?(akoma|episis)|prochetete|vizh[-_ ]?oshte|video[-_ ]?(player|list|meta|title|info)|ad[-_ ]?(container|wrapper|slot|unit|block|break|box|label|placeholder)|affiliate[-_ ]?(links?|box|disclosure|disclaimer|products?)|(rich|product)[-_ ]?(card|promo)|in[-_ ]?article[-_ ]?(promo|related|newsletter)|inline[-_ ]?(related|promo|newsletter|recirc))([^a-z]|$)/;
const CAPTION_WORDS =
  /(^|[^a-z])((wp[-_ ])?captions?|[a-z]*caption(text|s)?|(image|photo|img|media|picture|figure)[-_ ]*(credit|credits|caption|source|description|desc|info|text|copyright|author|legend)|credits?|legend|potpis|foto[-_ ]?(opis|izvor|potpis)|byphoto)([^a-z]|$)/;
/** Posts of social networks inside the text are quotations. */
const EMBED_WORDS =
  /(^|[^a-z])(embed(ded|s)?|tweets?|twitter-tweet|instagram-media|fb-post|blockquote|pull-?quote)([^a-z]|$)/;
const HIDDEN_WORDS =
  /(^|[\s])(hidden|hide|d-none|is-hidden|visually-?hidden|sr-only|screen-reader(-text)?|u-hidden|offscreen|display-none|print-only|visible-print|visible-print-block|show-for-print|only-print|assistive-text|visuallyhidden)($|[\s])/;
const TEXT_WORDS =
  /(^|[^a-z])((article|entry|post|story|news|blog|page|single|content|main|td-post|body|text|vest|vijest|lajm|haber|arthro|stire)s?[-_ ]*(body|content|text|copy|txt|main|entry|tekst|story|prose|richtext|detay)|articlebody|articletext|articlecontent|storybody|storytext|bodycopy|body-text|prose|rich-?text|wysiwyg|post|entry|tekst|mw-parser-output|hentry|instapaper_body)([^a-z]|$)/;

const cache = new Map<string, Sign>();
const CACHE_SIZE = 20_000;

/** Cached by class and id, which repeat within an outlet. */
export function signOf(element: PageElement): Sign {
  const { name, attribs } = element;
  if (name === 'body' || name === 'html' || name === 'main') return 'plain';
  if (JUNK_TAGS.has(name)) return 'junk';
  if (CAPTION_TAGS.has(name)) return 'caption';
  if (
    'hidden' in attribs ||
    (attribs['style'] && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs['style']))
  ) {
    return 'hidden';
  }
  const role = attribs['role'];
  if (role && JUNK_ROLES.has(role)) return 'junk';
  const itemprop = attribs['itemprop'];
  if (itemprop) {
    if (/articleBody/i.test(itemprop)) return 'text';
    if (/^(author|datePublished|dateModified|publisher|caption|image|comment|headline|keywords)$/i.test(itemprop))
      return 'junk';
  }
  const marks = attribs['class'] || attribs['id'] ? `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}` : '';
  if (!marks) return 'plain';
  let sign = cache.get(marks);
  if (sign === undefined) {
    if (cache.size >= CACHE_SIZE) cache.clear();
    sign = readMarks(marks);
    cache.set(marks, sign);
  }
  return sign;
}

const POST = /\b(hentry|type-post|post-\d+|single-post)\b/;
/** What a post is about, as WordPress writes it into its class. */
const TAXONOMY = /(?<![^\s])(?:category|tag|type|status|format|author|term|tax|postid|post_tag|has)[-_][^\s]+/gi;

function readMarks(raw: string): Sign {
  const marks = (POST.test(raw) ? raw.replace(TAXONOMY, ' ') : raw)
    .slice(0, 400)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
  if (HIDDEN_WORDS.test(marks)) return 'hidden';
  if (CAPTION_WORDS.test(marks)) return 'caption';
  if (EMBED_WORDS.test(marks)) return 'plain';
  const junk = marks.split(/[^a-z]+/).some((word) => JUNK_WORDS.has(word)) || JUNK_PAIRS.test(marks);
  if (junk) return 'junk';
  return TEXT_WORDS.test(marks) ? 'text' : 'plain';
}
