'use strict';
(() => {
  const $ = id => document.getElementById(id);
  const data = JSON.parse($('data').textContent);
  const canvas = $('canvas');
  const side = $('side');
  const views = [...document.querySelectorAll('.view')];
  let view = views[0];
  let at = {x: 0, y: 0, scale: 1};
  let version = data.versions.length - 1;

  const svg = () => view.querySelector('svg');
  const all = selector => [...svg().querySelectorAll(selector)];
  const boxes = () => all('.box');
  const lines = () => all('.line');
  const box = name => boxes().find(b => b.dataset.table === name);
  const isShown = element => !element.classList.contains('off');

  for (const v of views) {
    const area = v.querySelector('svg').viewBox.baseVal;
    v.querySelector('svg').setAttribute('width', area.width);
    v.querySelector('svg').setAttribute('height', area.height);
  }

  // moving and zooming

  function place() {
    view.style.transform = `translate(${at.x}px,${at.y}px) scale(${at.scale})`;
  }

  function zoom(factor, x, y) {
    const scale = Math.min(4, Math.max(0.03, at.scale * factor));
    x ??= canvas.clientWidth / 2;
    y ??= canvas.clientHeight / 2;
    at.x = x - (x - at.x) * scale / at.scale;
    at.y = y - (y - at.y) * scale / at.scale;
    at.scale = scale;
    place();
  }

  function fit() {
    const area = svg().viewBox.baseVal;
    const scale = Math.min(1.25, canvas.clientWidth / area.width, canvas.clientHeight / area.height);
    at = {
      x: Math.max(0, (canvas.clientWidth - area.width * scale) / 2),
      y: Math.max(0, (canvas.clientHeight - area.height * scale) / 2),
      scale
    };
    place();
  }

  function show(element) {
    const area = element.getBBox();
    at.scale = Math.max(at.scale, 0.8);
    at.x = canvas.clientWidth / 2 - (area.x + area.width / 2) * at.scale;
    at.y = canvas.clientHeight / 2 - (area.y + Math.min(area.height, canvas.clientHeight / at.scale) / 2) * at.scale;
    place();
  }

  let drag = null;
  canvas.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    drag = {x: event.clientX, y: event.clientY, atX: at.x, atY: at.y, moved: false, target: event.target};
  });
  canvas.addEventListener('pointermove', event => {
    if (!drag) return;
    const dx = event.clientX - drag.x;
    const dy = event.clientY - drag.y;
    if (!drag.moved && Math.abs(dx) + Math.abs(dy) > 4) {
      drag.moved = true;
      canvas.setPointerCapture(event.pointerId);
      canvas.classList.add('moving');
    }
    if (drag.moved) {
      at.x = drag.atX + dx;
      at.y = drag.atY + dy;
      place();
    }
  });
  const drop = () => {
    canvas.classList.remove('moving');
    const ended = drag;
    drag = null;
    return ended;
  };
  canvas.addEventListener('pointerup', () => {
    const ended = drop();
    if (ended && !ended.moved) click(ended.target);
  });
  canvas.addEventListener('pointercancel', drop);
  canvas.addEventListener('wheel', event => {
    event.preventDefault();
    const area = canvas.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), event.clientX - area.left, event.clientY - area.top);
  }, {passive: false});
  canvas.addEventListener('keydown', event => {
    const step = {ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80]}[event.key];
    if (step) {
      at.x += step[0];
      at.y += step[1];
      place();
    } else if (event.key === '+' || event.key === '=') {
      zoom(1.25);
    } else if (event.key === '-') {
      zoom(0.8);
    } else if (event.key === '0') {
      fit();
    } else {
      return;
    }
    event.preventDefault();
  });
  $('in').addEventListener('click', () => zoom(1.25));
  $('out').addEventListener('click', () => zoom(0.8));
  $('fit').addEventListener('click', fit);

  // tables and their relations

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function choice(text, action) {
    const item = document.createElement('li');
    const button = element('button', text);
    button.type = 'button';
    button.addEventListener('click', action);
    item.append(button);
    return item;
  }

  function list(title, items) {
    if (!items.length) return [];
    const made = document.createElement('ul');
    made.append(...items);
    return [element('h3', title), made];
  }

  function fill(...parts) {
    side.hidden = parts.length === 0;
    side.replaceChildren(...parts);
  }

  function clear() {
    for (const marked of all('.chosen,.dim,.found')) marked.classList.remove('chosen', 'dim', 'found');
  }

  function choose(name) {
    const chosen = box(name);
    if (!chosen || !isShown(chosen)) return;
    clear();
    chosen.classList.add('chosen');
    const own = lines().filter(l => isShown(l) && (l.dataset.from === name || l.dataset.to === name));
    own.forEach(l => l.classList.add('chosen'));
    const label = l => l.getAttribute('aria-label');
    fill(
        element('h2', chosen.getAttribute('aria-label')),
        ...list('References', own.filter(l => l.dataset.from === name).map(l => choice(label(l), () => go(l.dataset.to)))),
        ...list('Referenced by', own.filter(l => l.dataset.to === name).map(l => choice(label(l), () => go(l.dataset.from)))),
        ...list('Columns', [...chosen.querySelectorAll('.row')].filter(isShown).map(row => element('li', row.querySelector('title').textContent))));
    history.replaceState(null, '', '#' + encodeURIComponent(name));
  }

  function go(name) {
    const wanted = box(name);
    if (!wanted) return;
    show(wanted);
    choose(name);
    wanted.focus({preventScroll: true});
  }

  function follow(line) {
    clear();
    line.classList.add('chosen');
    for (const end of [line.dataset.from, line.dataset.to]) box(end)?.classList.add('chosen');
    fill(
        element('h2', line.getAttribute('aria-label')),
        ...list('Go to', [...new Set([line.dataset.from, line.dataset.to])].filter(box).map(end => choice(end, () => go(end)))));
  }

  function click(target) {
    const line = target.closest?.('.line');
    const table = target.closest?.('.box');
    if (line) {
      follow(line);
    } else if (table) {
      choose(table.dataset.table);
    } else {
      clear();
      fill();
      history.replaceState(null, '', location.pathname + location.search);
    }
  }

  // search

  function search() {
    const words = $('search').value.trim().toLowerCase();
    clear();
    if (!words) {
      fill();
      return [];
    }
    const found = [];
    for (const table of boxes().filter(isShown)) {
      const name = table.dataset.table;
      const rows = [...table.querySelectorAll('.row')].filter(row => isShown(row) && row.dataset.column.toLowerCase().includes(words));
      rows.forEach(row => row.classList.add('found'));
      if (name.toLowerCase().includes(words)) found.unshift([name, name]);
      rows.forEach(row => found.push([name + '.' + row.dataset.column, name]));
      table.classList.toggle('dim', !rows.length && !name.toLowerCase().includes(words));
    }
    lines().forEach(line => line.classList.add('dim'));
    fill(
        element('h2', found.length === 1 ? '1 match' : found.length + ' matches'),
        ...list('Go to', found.slice(0, 100).map(([text, name]) => choice(text, () => go(name)))));
    return found;
  }

  $('search').addEventListener('input', search);
  $('search').addEventListener('keydown', event => {
    if (event.key === 'Enter') {
      const found = search();
      if (found.length) go(found[0][1]);
    } else if (event.key === 'Escape') {
      $('search').value = '';
      search();
    }
  });

  // versions

  const isIn = (ranges, wanted) => !ranges || ranges.split(' ').some(range => {
    const [from, to] = range.split('-').map(Number);
    return wanted >= from && wanted <= (to ?? from);
  });

  function turn(wanted) {
    version = wanted;
    for (const part of document.querySelectorAll('.er [data-v]')) {
      const ranges = part.dataset.v;
      part.classList.toggle('off', !isIn(ranges, version));
      part.classList.toggle('new', version > 0 && isIn(ranges, version) && !isIn(ranges, version - 1));
    }
    $('shown').textContent = data.versions[version];
    $('version').setAttribute('aria-valuetext', data.versions[version]);
    clear();
    if (version === 0) {
      fill();
      return;
    }
    const parts = (now, before) => [
      ...boxes().filter(b => isIn(b.dataset.v, now) && !isIn(b.dataset.v, before)).map(b => [b.getAttribute('aria-label'), b]),
      ...all('.row').filter(r => isIn(r.dataset.v, now) && !isIn(r.dataset.v, before) && isIn(r.closest('.box').dataset.v, before))
          .map(r => [r.closest('.box').dataset.table + '.' + r.querySelector('title').textContent, r.closest('.box')]),
      ...lines().filter(l => isIn(l.dataset.v, now) && !isIn(l.dataset.v, before)).map(l => [l.getAttribute('aria-label'), box(l.dataset.from)])
    ];
    const added = parts(version, version - 1).map(([text, table]) => choice('+ ' + text, () => go(table.dataset.table)));
    const gone = parts(version - 1, version).map(([text]) => element('li', '− ' + text));
    fill(element('h2', 'Version ' + data.versions[version]), ...list('New', added), ...list('Gone', gone));
  }

  if (data.versions.length > 1) {
    $('versions').hidden = false;
    $('version').max = version;
    $('version').value = version;
    $('version').addEventListener('input', event => turn(Number(event.target.value)));
    $('shown').textContent = data.versions[version];
    for (const part of document.querySelectorAll('.er [data-v]')) part.classList.toggle('off', !isIn(part.dataset.v, version));
  }

  // columns

  $('keys').addEventListener('click', () => {
    const keys = $('keys').getAttribute('aria-pressed') !== 'true';
    $('keys').setAttribute('aria-pressed', keys);
    const chosen = all('.box.chosen')[0]?.dataset.table;
    view.hidden = true;
    view = views[keys ? 1 : 0];
    view.hidden = false;
    fit();
    if (chosen) go(chosen);
  });
  if (data.keysOnly) $('keys').click();

  new ResizeObserver(() => at.scale || fit()).observe(canvas);
  fit();
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (wanted) go(wanted);
})();
