/** Parameters that tell where a reader came from, never which article it is. */
const TRACKING =
  /^(?:utm_|at_|pk_|piwik_|mtm_|matomo_|hsa_|fb_|ns_|vero_|oly_|wt_|wt\.|_hs|mc_[ce]id$|(?:fb|g|d|ms|y|tw|tt|wick|l)clid$|[gw]braid$|ig(?:sh|shid)$|mkt_tok$|cmp(?:id)?$|xtor$|ito$|ocid$|ncid$|smid$|spm$|s_cid$|epik$|trk$|_ga$|_gl$|usqp$|srsltid$|sfnsn$|mibextid$|gws_rd$|guc(?:counter|e_referrer(?:_sig)?)$|__twitter_impression$|amp_(?:js_v|gsa|ct)$|(?:php)?sess(?:ion)?_?id$|jsessionid$)/i;
const ORIGIN = /^(?:ref|refsrc|referr?er|source|src|from|via|origin|feed|medium|share|partner)$/i;
const ORIGIN_VALUE =
  /^(?:|1|rss\d*|feed\w*|atom|xml|home(?:page)?|naslovna|fb|facebook|twitter|x|tw|viber|whatsapp|telegram|instagram|linkedin|newsletter|email|mail|google(?:news)?|push|share|social|app|widget|[\w.-]+\.(?:com|net|org))$/i;
/** The same article in another dress. */
const DRESS = /^(?:amp|noamp|m|mobile|print|printable|output|outputtype|view|layout)$/i;
const DRESS_VALUE = /^(?:|1|0|true|yes|amp\w*|m|mobile|print\w*)$/i;

/**
 * The address as it may be kept, shown and fetched: absolute http(s), without tracking parameters and fragment (save
 * the kind that leads to a view of a client-rendered site). Null where it is no address of a page.
 */
export function canonicalUrl(url: string | null | undefined, base?: string | null): string | null {
  const parsed = parseAddress(url, base);
  if (!parsed) return null;
  if (parsed.username) parsed.username = '';
  if (parsed.password) parsed.password = '';
  if (parsed.hash && !/^#!?\//.test(parsed.hash)) parsed.hash = '';
  if (parsed.hostname.endsWith('.')) parsed.hostname = parsed.hostname.slice(0, -1);
  if (parsed.search) parsed.search = keepParameters(parsed.search, (name, value) => !isTracking(name, value)).join('&');
  else if (parsed.href.includes('?')) parsed.search = '';
  if (/;jsessionid=/i.test(parsed.pathname)) parsed.pathname = parsed.pathname.replace(/;jsessionid=[^/;]*/i, '');
  return parsed.href;
}

/**
 * One string for all addresses of one article: scheme, www and mobile hosts, AMP and print views, index files, order of
 * parameters and closing slash do not matter. For comparing only; an address that cannot be read is its own key.
 */
export function urlKey(url: string): string {
  const canonical = canonicalUrl(url);
  if (!canonical) return url.trim();
  const { hostname, port, pathname, search, hash } = new URL(canonical);
  const host = hostname.replace(/^(?:(?:www\d?|m|mobile|mobi|wap|amp)\.)+(?=[^.]+\.)/, '');
  const path = normalPath(pathname)
    .replace(/^\/amp(?=\/.)/i, '')
    .replace(/(?:\/amp(?:html)?|\.amp)?(?:\/(?:index|default)\.(?:html?|php|aspx?))?\/*$/i, '')
    .replace(/\.amp(?=\.html?$)/i, '');
  const parameters = keepParameters(search, (name, value) => !(DRESS.test(name) && DRESS_VALUE.test(value))).sort();
  return `${host}${port ? `:${port}` : ''}${path}${parameters.length ? `?${parameters.join('&')}` : ''}${hash}`;
}

function parseAddress(url: string | null | undefined, base?: string | null): URL | null {
  if (!url || url.length > 4096) return null;
  let text = url.trim().replace(/&(?:amp|#38|#x26);/gi, '&');
  if (/^\/\//.test(text) && !base) text = `https:${text}`;
  if (/^www\.[\w-]+\.\w/i.test(text)) text = `https://${text}`;
  if (!text) return null;
  const parsed = URL.parse(text, base && URL.canParse(base) ? base : undefined);
  if (!parsed || !/^https?:$/.test(parsed.protocol) || !parsed.hostname) return null;
  return behindCache(parsed) ?? parsed;
}

/** The outlet's own address behind Google's AMP viewer and cache. */
function behindCache(url: URL): URL | null {
  const inside = url.hostname.endsWith('.cdn.ampproject.org')
    ? /^\/(?:[a-z]\/)?(s\/)?(.+)/.exec(url.pathname)
    : /^(?:www\.)?google\.[a-z.]+$/.test(url.hostname)
      ? /^\/amp\/(s\/)?(.+)/.exec(url.pathname)
      : null;
  return inside ? URL.parse(`http${inside[1] ? 's' : ''}://${inside[2]}${url.search}`) : null;
}

function keepParameters(search: string, keep: (name: string, value: string) => boolean): string[] {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => {
      if (!part) return false;
      const [name = '', value = ''] = part.split('=', 2);
      return keep(name, value);
    });
}

function isTracking(name: string, value: string): boolean {
  return TRACKING.test(name) || (ORIGIN.test(name) && ORIGIN_VALUE.test(value));
}

/** Percent-encoding in one spelling, doubled slashes made one. */
function normalPath(path: string): string {
  const single = path.replace(/\/{2,}/g, '/');
  if (!single.includes('%')) return single;
  return single
    .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase())
    .replace(/%(?:2D|2E|5F|7E|3[0-9]|[46][1-9A-F]|[57][0-9A])/g, (code) =>
      String.fromCharCode(Number.parseInt(code.slice(1), 16)),
    );
}

/** An address that URL would not write otherwise. */
const USUAL_ADDRESS = /^https?:\/\/[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+\/(?:[\w/~=?&+,:-]|\.(?![./]|$))*$/;

/** Absolute and clean of what feeds put around addresses, but otherwise as given. */
export function httpAddress(text: string, base?: string | null): string | null {
  if (USUAL_ADDRESS.test(text)) return text;
  let address = text.includes('\n') ? text.replace(/\s*\n\s*/g, '') : text;
  if (!address) return null;
  if (address.includes('&amp;')) address = address.replaceAll('&amp;', '&');
  if (/^www\.[\w-]+\.\w/i.test(address)) address = `https://${address}`;
  if (address.startsWith('//') && !base) address = `https:${address}`;
  const parsed = URL.parse(address, base ?? undefined);
  return parsed && /^https?:$/.test(parsed.protocol) && parsed.hostname ? parsed.href : null;
}
