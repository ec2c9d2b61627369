"""Of parts that are built alike one is asked about its order, whatever page it stands on.

Built alike is: the same elements in the same order with the same classes, roles and states, seen and unseen alike, each
with a name or a text where the other has one, each label and each reference leading somewhere or nowhere alike. Which
words, addresses and numbers stand there does not matter to what is asked.

While axe is asked, the parts of which one was asked before are taken out of the page. Whatever it may judge from afar
stays where it is: headings, landmarks, what is named from elsewhere or names it, what lies within a control, within a
part with a role of its own or within one that scrolls, and of the rows of a table the first of its kind.
"""

KINDS = r"""(seen, roots) => {
  const REFERS = ['for', 'headers', 'list', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-details',
    'aria-errormessage', 'aria-activedescendant', 'aria-owns', 'aria-flowto'];
  const VARIES = new Set(['href', 'id', 'name', 'value', 'title', 'datetime', 'src', 'action', 'formaction', 'content',
    'placeholder', 'style', 'min', 'max', 'step', 'maxlength', 'minlength', 'aria-label', 'aria-valuenow',
    'aria-valuemin', 'aria-valuemax', 'aria-valuetext', 'download', 'pattern', 'label']);
  const refers = new Set(REFERS);
  const BLOCKS = new Set(['li', 'tr', 'section', 'article', 'details', 'fieldset', 'table', 'ul', 'ol', 'dl', 'form',
    'div', 'p', 'option']);
  const WITHIN = new Set(['a', 'button', 'label', 'summary', 'legend', 'caption', 'th', 'svg']);
  const HELD = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'main', 'nav', 'aside', 'header', 'footer', 'search']);
  const HELD_ROLES = new Set(['heading', 'main', 'navigation', 'banner', 'contentinfo', 'complementary', 'search',
    'form', 'region']);
  const OPEN_ROLES = new Set(['group', 'status', 'alert', 'dialog', 'none', 'presentation', ...HELD_ROLES]);
  const byId = new Map(), twice = new Set();
  for (const part of document.querySelectorAll('[id]')) {
    if (byId.has(part.id)) twice.add(part.id); else byId.set(part.id, part);
  }
  const told = (value) => (value.trim() === '' ? '' : isNaN(value) ? 't' : '1');
  const says = (part) => part.textContent.trim() !== '';
  const leads = (ids) => ids.split(/\s+/).map((id) => (byId.has(id) ? (says(byId.get(id)) ? 2 : 1) : 0)).join();
  // What is named from elsewhere and what names it stay together: all between them and what holds both.
  const tied = new Set();
  const tie = (part, other) => {
    const above = new Set();
    for (let one = part; one; one = one.parentElement) above.add(one);
    let both = other;
    while (both && !above.has(both)) both = both.parentElement;
    for (const end of [part, other]) for (let one = end; one && one !== both; one = one.parentElement) tied.add(one);
  };
  const own = (part, inDrawing) => {
    let said = part.localName + (seen.has(part) ? '+' : '-');
    for (const {name, value} of part.attributes) {
      if (refers.has(name)) {
        said += ` ${name}=${leads(value)}`;
        for (const id of value.split(/\s+/)) if (byId.has(id)) tie(part, byId.get(id));
      } else if (VARIES.has(name) || name.startsWith('data-') || name.startsWith('hx-')) {
        if (!name.startsWith('data-')) said += ` ${name}:${told(value)}`;
      } else if (inDrawing && !/^(role|class|tabindex|focusable|aria-|lang)/.test(name)) {
        said += ` ${name}`;
      } else {
        said += ` ${name}=${value}`;
      }
    }
    if (part.labels) said += ` labels:${[...part.labels].map((one) => Number(says(one))).join()}`;
    return said;
  };
  const hashes = new Map();
  const hash = (words) => {
    let found = hashes.get(words);
    if (!found) {
      let one = 0xdeadbeef, two = 0x41c6ce57;
      for (let n = 0; n < words.length; n++) {
        const code = words.charCodeAt(n);
        one = Math.imul(one ^ code, 2654435761);
        two = Math.imul(two ^ code, 1597334677);
      }
      hashes.set(words, found = [one, two]);
    }
    return found;
  };
  const keys = new Map(), held = new Set(), blocks = [];
  const look = (part, isFree, inDrawing) => {
    const name = part.localName, role = part.getAttribute('role');
    let [one, two] = hash(own(part, inDrawing));
    const labelled = (name === 'section' || name === 'form')
      && ['aria-label', 'aria-labelledby', 'title'].some((one) => part.hasAttribute(one));
    if (HELD.has(name) || HELD_ROLES.has(role) || labelled) held.add(part);
    const scrolls = isFree
      && (part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1);
    const isFreeWithin = isFree && !WITHIN.has(name) && (!role || OPEN_ROLES.has(role))
      && part.getAttribute('aria-hidden') !== 'true' && !part.hasAttribute('inert')
      && !(scrolls && /auto|scroll/.test(getComputedStyle(part).overflow));
    let last = 0;
    for (const child of part.childNodes) {
      let first = 1, second = 1;
      if (child.nodeType === Node.ELEMENT_NODE) {
        [first, second] = look(child, isFreeWithin, inDrawing || name === 'svg');
        if (held.has(child)) held.add(part);
      } else if (child.nodeType !== Node.TEXT_NODE || !child.data.trim()) continue;
      // However many alike follow one another: it is said once.
      if (first === last) continue;
      last = first;
      one = Math.imul((one << 5 | one >>> 27) ^ first, 2654435761);
      two = Math.imul((two << 7 | two >>> 25) ^ second, 1597334677);
    }
    keys.set(part, `${part.parentElement.localName}>${(one >>> 0).toString(36)}${(two >>> 0).toString(36)}`);
    if (isFree && BLOCKS.has(name)) blocks.push(part);
    return [one, two];
  };
  for (const part of roots ?? document.body.children) look(part, !roots, false);
  const free = new Set(blocks.filter((part) => !held.has(part) && !tied.has(part)
    && part.parentElement !== document.body));
  return {keys, free, twice: [...twice]};
}"""

# Gives back what puts everything in its place again.
TAKE_OUT = r"""(kinds, isKnown, needed) => {
  const stays = new Set(needed), taken = [];
  for (const part of needed) for (let one = part; one; one = one.parentElement) stays.add(one);
  const within = new Set(needed);
  const go = (part) => {
    const rows = new Set();
    for (const child of [...part.children]) {
      const key = kinds.keys.get(child);
      const goes = kinds.free.has(child) && !stays.has(child) && isKnown(key);
      if (goes && (child.localName !== 'tr' || rows.has(key))) {
        const mark = document.createComment('');
        child.replaceWith(mark);
        taken.push([mark, child]);
      } else {
        rows.add(key);
        if (!within.has(child)) go(child);
      }
    }
  };
  go(document.body);
  return () => { for (const [mark, child] of taken) mark.replaceWith(child); };
}"""
