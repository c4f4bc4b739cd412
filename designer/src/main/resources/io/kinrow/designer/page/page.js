// The design is on the server. This module shows it, and sends one operation after the other with the
// version that it has seen; each answer is the whole design as it is then.

const $ = id => document.getElementById(id);
const canvas = $('canvas');
const camera = $('camera');
const drawing = $('drawing');

// The key comes in the fragment, which browsers send to nobody, and does not stay in the address.
const ONCE = 'once-';
let token = location.hash.slice(1) || (sessionStorage.getItem('token') ?? '');
history.replaceState(null, '', location.pathname);

let state = null;
let review = null;
let selected = [];
let queue = Promise.resolve();

// elements

function element(name, fields = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(fields)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (key in made && key !== 'list') made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children.filter(child => child !== null));
  return made;
}

function svg(name, fields = {}, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(fields)) made.setAttribute(key, value);
  made.append(...children.filter(child => child !== null));
  return made;
}

const button = (text, onclick, fields = {}) => element('button', {type: 'button', onclick, ...fields}, text);
const say = text => { $('status').textContent = text; };

function complain(problems, ...buttons) {
  $('alert').replaceChildren(problems.join('\n'), ...buttons);
}

// the server

async function ask(method, path, body) {
  const headers = {'X-Kinrow-Token': token};
  if (body) headers['Content-Type'] = 'application/json';
  if (body && state) headers['If-Match'] = state.version;
  let response;
  try {
    response = await fetch(path, {method, headers, body: body && JSON.stringify(body)});
  } catch {
    throw new Error('The server does not answer. If it has ended, start it again; the page then has another address.');
  }
  const answer = await response.json();
  if (response.ok) return answer;
  if (response.status === 412) {
    show(answer);
    if (answer.elsewhere) $('elsewhere').showModal();
    throw new Error(answer.refused.join('\n'));
  }
  throw new Error((answer.problems ?? ['Status ' + response.status]).join('\n'));
}

// One request after the other; resolves to whether it was done. A body that depends on the design is a
// function, called when those before it have been answered; null asks for nothing.
function post(path, body, done) {
  const work = async () => {
    try {
      const content = typeof body === 'function' ? body() : body;
      if (content === null) return true;
      const answer = await ask('POST', path, content);
      complain([]);
      show(answer);
      say(typeof done === 'function' ? done(answer) : done);
      return true;
    } catch (error) {
      complain([error.message]);
      renderTable();
      return false;
    }
  };
  const result = queue.then(work);
  queue = result;
  return result;
}

// What was done goes along, so that undo can name it.
const edit = (operation, done) => post('/api/edit', () => {
  const fields = typeof operation === 'function' ? operation() : operation;
  return fields && {...fields, what: typeof done === 'function' ? done() : done};
}, done);

function show(answer) {
  const first = state === null;
  state = answer;
  selected = selected.filter(name => boxOf(name));
  draw();
  if (first) {
    fit();
    performance.mark('drawn');
  }
  for (const [id, what] of [['undo', state.undoes], ['redo', state.redoes]]) {
    $(id).disabled = what === null;
    $(id).title = what ?? '';
  }
  renderTable();
  renderSql();
  mark();
  reviewSoon();
}

const typedSql = () => document.querySelector('textarea[data-typed]');

// Whether something is not in the files yet.
function mark() {
  const unsaved = state.unsaved || typedSql() !== null;
  $('name').textContent = document.title = (unsaved ? '● ' : '') + state.desired;
  $('save').disabled = !unsaved;
}

let reviewTimer = 0;
function reviewSoon() {
  clearTimeout(reviewTimer);
  $('pane-migration').setAttribute('aria-busy', 'true');
  $('proof').textContent = 'Comparing…';
  $('proof').className = '';
  reviewTimer = setTimeout(async () => {
    try {
      const answer = await ask('GET', '/api/review');
      if (answer.version !== state.version) return reviewSoon();
      review = answer;
      renderReview();
    } catch (error) {
      $('proof').textContent = error.message;
    }
  }, 200);
}

setInterval(async () => {
  try {
    const answer = await ask('POST', '/api/alive', {});
    if (answer.version !== state?.version) queue = queue.then(async () => show(await ask('GET', '/api/state')));
    if (answer.elsewhere && !$('elsewhere').open && !$('alert').hasChildNodes()) {
      complain(['The files were changed elsewhere.'], button('Show what to do', () => $('elsewhere').showModal()));
    }
  } catch (error) {
    complain([error.message]);
  }
}, 15000);

addEventListener('beforeunload', event => {
  if (state?.unsaved || typedSql()) event.preventDefault();
});

// the model

const formerNames = new Map();
const tableOf = name => state.model.tables.find(t => t.name === name) ?? (formerNames.has(name) ? tableOf(formerNames.get(name)) : undefined);
const boxOf = name => state?.scene.boxes.find(b => b.name === name);
const isTable = name => state.model.tables.some(t => t.name === name);

function freeName(wanted) {
  const taken = new Set([...state.scene.boxes, ...state.model.tables.flatMap(t => t.indexes)].map(b => b.name.toLowerCase()));
  let name = wanted;
  for (let i = 2; taken.has(name.toLowerCase()); i++) name = wanted + '_' + i;
  return name;
}

// moving and zooming

let at = {x: 0, y: 0, scale: 1};

function place() {
  camera.style.transform = `translate(${at.x}px,${at.y}px) scale(${at.scale})`;
}

function zoom(factor, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) {
  const scale = Math.min(4, Math.max(0.03, at.scale * factor));
  at = {x: x - (x - at.x) * scale / at.scale, y: y - (y - at.y) * scale / at.scale, scale};
  place();
}

function fit() {
  const {x, y, width, height} = state.scene;
  const scale = Math.min(1.25, canvas.clientWidth / width, canvas.clientHeight / height);
  at = {
    x: Math.max(0, (canvas.clientWidth - width * scale) / 2) - x * scale,
    y: Math.max(0, (canvas.clientHeight - height * scale) / 2) - y * scale,
    scale
  };
  place();
}

function reveal(name) {
  const box = boxOf(name);
  at.scale = Math.max(at.scale, 0.6);
  at.x = canvas.clientWidth / 2 - (box.x + state.scene.x + box.width / 2) * at.scale;
  at.y = canvas.clientHeight / 2 - (box.y + state.scene.y + Math.min(box.height, canvas.clientHeight / at.scale) / 2) * at.scale;
  place();
}

// Whether all of a table can be seen, and read.
function isInSight(name) {
  const box = boxOf(name);
  const left = at.x + (box.x + state.scene.x) * at.scale;
  const top = at.y + (box.y + state.scene.y) * at.scale;
  return at.scale >= 0.5 && left >= 0 && top >= 0 && left + box.width * at.scale <= canvas.clientWidth && top + box.height * at.scale <= canvas.clientHeight;
}

// Where something is among the places of tables.
function toPlace(clientX, clientY) {
  const area = canvas.getBoundingClientRect();
  return {x: (clientX - area.left - at.x) / at.scale, y: (clientY - area.top - at.y) / at.scale};
}

// drawing

const drawn = new Map();

function draw() {
  const kept = new Map();
  const boxes = state.scene.boxes.map(box => {
    const key = JSON.stringify(box);
    const known = drawn.get(box.name);
    const shape = known?.key === key ? known.shape : drawBox(box);
    kept.set(box.name, {key, shape});
    return shape;
  });
  drawn.clear();
  kept.forEach((value, name) => drawn.set(name, value));
  const focused = document.activeElement?.closest?.('.box')?.dataset.table;
  const all = svg('g', {transform: `translate(${state.scene.x} ${state.scene.y})`},
    ...state.scene.groups.map(group => svg('g', {'aria-hidden': 'true'},
      svg('rect', {class: 'ga', x: group.x, y: group.y, width: group.width, height: group.height, rx: 8}),
      text('gt', group.x + 16, group.y + 24, group.name))),
    ...state.scene.lines.map(drawLine),
    ...boxes);
  drawing.replaceChildren(all);
  markSelected();
  if ($('search').value) search();
  if (focused) drawn.get(focused)?.shape.focus({preventScroll: true});
}

function text(style, x, y, content, end) {
  const made = svg('text', {class: style, x, y});
  if (end) made.setAttribute('text-anchor', 'end');
  made.textContent = content;
  return made;
}

function drawBox(box) {
  const right = box.x + box.width - 10;
  const shape = svg('g', {class: box.kind === 'table' ? 'box' : 'box view', tabindex: -1, role: 'group', 'data-table': box.name,
    'aria-label': `${box.kind} ${box.name}: ${box.rows.map(row => [row.name, row.type, row.nullable].filter(Boolean).join(' ')).join(', ')}`},
    svg('rect', {class: 'b', x: box.x, y: box.y, width: box.width, height: box.height, rx: 6}),
    svg('rect', {class: 'hd', x: box.x + 1, y: box.y + 1, width: box.width - 2, height: 27, rx: 5}),
    text('t', box.x + 10, box.y + 19, box.title));
  if (box.kind !== 'table') shape.append(text('k', right, box.y + 18, box.kind, true));
  box.rows.forEach((row, i) => {
    const y = box.y + 28 + i * 20;
    shape.append(svg('g', {class: 'row', 'data-column': row.name},
      svg('rect', {class: 'r', x: box.x + 1, y, width: box.width - 2, height: 20}),
      text('k', box.x + 10, y + 13, row.keys),
      text('c', box.x + 10 + box.keyWidth, y + 14, row.text),
      text('ty', right - box.nullWidth, y + 14, row.type, true),
      text('nu', right, y + 14, row.nullable, true)));
  });
  return shape;
}

function drawLine(line) {
  const title = svg('title');
  title.textContent = line.label;
  const shape = svg('g', {class: 'line', role: 'img', 'aria-label': line.label, 'data-child': line.child, 'data-parent': line.parent},
    title,
    svg('path', {class: 'l', d: line.path}),
    svg('path', {class: 'e', d: line.ends}),
    svg('path', {class: 'h', d: line.path}));
  if (line.stub) shape.append(text('st', line.x - 6, line.y + 4, line.stub, true));
  shape.columns = line.columns;
  return shape;
}

const shapes = selector => [...drawing.querySelectorAll(selector)];

function markSelected() {
  for (const shape of shapes('.box')) {
    const chosen = selected.includes(shape.dataset.table);
    shape.classList.toggle('chosen', chosen);
    shape.setAttribute('aria-current', chosen);
  }
  for (const line of shapes('.line')) {
    line.classList.toggle('chosen', selected.includes(line.dataset.child) || selected.includes(line.dataset.parent));
  }
}

function select(names) {
  selected = names;
  markSelected();
  renderTable();
}

function go(name) {
  if (!boxOf(name)) return;
  reveal(name);
  select([name]);
  drawn.get(name).shape.focus({preventScroll: true});
}

// gestures: a table moves, a column or a table is led to another one, the ground moves

let gesture = null;

const under = event => {
  const found = document.elementFromPoint(event.clientX, event.clientY);
  return {table: found?.closest?.('.box')?.dataset.table, column: found?.closest?.('.row')?.dataset.column};
};

canvas.addEventListener('pointerdown', event => {
  if (event.button !== 0 || !state) return;
  const {table, column} = under(event);
  const kind = !table ? 'pan' : !isTable(table) ? 'choose' : column ? 'relate' : event.shiftKey ? 'join' : 'move';
  gesture = {kind, table, column, x: event.clientX, y: event.clientY, at: {...at}, moved: false, more: event.shiftKey || event.ctrlKey || event.metaKey};
  canvas.setPointerCapture(event.pointerId);
});

canvas.addEventListener('pointermove', event => {
  if (!gesture) return;
  const dx = event.clientX - gesture.x;
  const dy = event.clientY - gesture.y;
  if (!gesture.moved) {
    if (Math.abs(dx) + Math.abs(dy) < 5) return;
    gesture.moved = true;
    begin();
  }
  gesture.dx = dx / at.scale;
  gesture.dy = dy / at.scale;
  if (gesture.kind === 'pan') {
    at.x = gesture.at.x + dx;
    at.y = gesture.at.y + dy;
    place();
  } else if (gesture.kind === 'move') {
    moveBy(gesture.dx, gesture.dy);
  } else if (gesture.rope) {
    aim(event);
  }
});

function begin() {
  if (gesture.kind === 'pan') {
    canvas.classList.add('moving');
  } else if (gesture.kind === 'move') {
    gesture.tables = selected.includes(gesture.table) ? selected.filter(isTable) : [gesture.table];
    gesture.lines = shapes('.line').filter(l => gesture.tables.includes(l.dataset.child) || gesture.tables.includes(l.dataset.parent));
    gesture.lines.forEach(line => line.classList.add('moved'));
  } else if (gesture.kind !== 'choose') {
    gesture.rope = svg('path', {class: 'rope'});
    drawing.firstChild.append(gesture.rope);
  }
}

// While a table is dragged, its lines are simple; the server leads them around others afterwards.
function moveBy(dx, dy) {
  for (const name of gesture.tables) drawn.get(name).shape.setAttribute('transform', `translate(${dx} ${dy})`);
  for (const line of gesture.lines) {
    const from = end(line.dataset.child, line.columns[0], dx, dy);
    const to = end(line.dataset.parent, '', dx, dy);
    if (from && to) line.querySelector('.l').setAttribute('d', between(from, to));
  }
}

function end(table, column, dx, dy) {
  const box = boxOf(table);
  if (!box) return null;
  const moves = gesture.tables.includes(table);
  const row = box.rows.findIndex(r => r.name === column);
  return {left: box.x + (moves ? dx : 0), right: box.x + box.width + (moves ? dx : 0), y: box.y + (row < 0 ? 14 : 38 + row * 20) + (moves ? dy : 0)};
}

function between(from, to) {
  const fromRight = from.right + to.right < 2 * Math.max(from.right, to.right) && from.right <= to.left;
  const x1 = fromRight ? from.right : from.left;
  const x2 = fromRight || from.left < to.right ? to.left : to.right;
  const middle = (x1 + x2) / 2;
  return `M${x1} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${x2} ${to.y}`;
}

function aim(event) {
  const here = toPlace(event.clientX, event.clientY);
  const box = boxOf(gesture.table);
  const row = box.rows.findIndex(r => r.name === gesture.column);
  const x = here.x - state.scene.x > box.x + box.width / 2 ? box.x + box.width : box.x;
  gesture.rope.setAttribute('d', `M${x} ${box.y + (row < 0 ? 14 : 38 + row * 20)}L${here.x - state.scene.x} ${here.y - state.scene.y}`);
  unaim();
  const {table, column} = under(event);
  if (!table || !isTable(table)) return;
  const shape = drawn.get(table).shape;
  const target = column && gesture.kind === 'relate' ? [...shape.querySelectorAll('.row')].find(r => r.dataset.column === column) : shape;
  target.classList.add('aim');
}

function unaim() {
  for (const shape of shapes('.aim')) shape.classList.remove('aim');
}

function drop() {
  const ended = gesture;
  gesture = null;
  canvas.classList.remove('moving');
  ended?.rope?.remove();
  unaim();
  return ended;
}

canvas.addEventListener('pointercancel', () => {
  drop();
  draw();
});

canvas.addEventListener('pointerup', event => {
  const ended = drop();
  if (!ended) return;
  const {table, column} = under(event);
  if (!ended.moved) {
    click(ended, event);
  } else if (ended.kind === 'move') {
    move(ended.tables, ended.dx, ended.dy);
  } else if (ended.kind === 'relate' && table && isTable(table) && !(table === ended.table && column === ended.column)) {
    relate(ended.table, [ended.column], table, column ? [column] : []);
  } else if (ended.kind === 'join' && table && isTable(table)) {
    join(ended.table, table);
  }
});

function click({table, more}, event) {
  const line = document.elementFromPoint(event.clientX, event.clientY)?.closest?.('.line');
  if (table) {
    select(!more ? [table] : selected.includes(table) ? selected.filter(name => name !== table) : [table, ...selected]);
    drawn.get(table).shape.focus({preventScroll: true});
    tab('table');
  } else if (line) {
    select([line.dataset.child]);
    tab('table');
  } else {
    select([]);
    canvas.focus({preventScroll: true});
  }
}

canvas.addEventListener('wheel', event => {
  event.preventDefault();
  const area = canvas.getBoundingClientRect();
  zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), event.clientX - area.left, event.clientY - area.top);
}, {passive: false});

// operations

function placeOf(name, dx = 0, dy = 0) {
  const box = boxOf(name);
  return {table: name, x: Math.round(box.x + state.scene.x + dx), y: Math.round(box.y + state.scene.y + dy)};
}

const move = (tables, dx, dy) => edit({op: 'move', places: tables.map(name => placeOf(name, dx, dy))}, `Moved ${tables.join(', ')}.`);

const relate = (table, columns, parent, parentColumns, onDelete = '') =>
  edit({op: 'addForeignKey', table, columns, parent, parentColumns, onDelete}, `${table}.${columns.join(', ')} references ${parent}.`);

// The columns of a relation that are declared with another type than those that they reference.
const otherTypes = (table, key) => key.columns.flatMap((column, i) => {
  const child = tableOf(table)?.columns.find(c => c.name === column);
  const parent = tableOf(key.parent)?.columns.find(c => c.name === key.parentColumns[i]);
  const same = !child || !parent || child.type.toUpperCase() === parent.type.toUpperCase();
  return same ? [] : [`${column} is ${child.type || 'without a type'}, ${key.parent}.${parent.name} is ${parent.type || 'without a type'}`];
});

const join = (one, other) => edit({op: 'join', one, other}, `Many ${one} for many ${other}.`);

async function newTable() {
  const table = freeName('new_table');
  const column = {name: 'id', type: 'INTEGER', nullable: false};
  if (!await edit({op: 'createTable', table, columns: [column], primaryKey: ['id']}, `New table ${table}.`)) return;
  if (!isInSight(table)) reveal(table);
  select([table]);
  tab('table');
  $('table-name').focus();
  $('table-name').select();
}

function dropSelected() {
  const tables = selected.filter(isTable);
  if (tables.length) edit({op: 'edits', edits: tables.map(table => ({op: 'dropTable', table}))}, `Dropped ${tables.join(', ')}. Undo brings them back.`);
}

function turn(op, said, what) {
  let named = '';
  return post('/api/edit', () => {
    named = what() ?? '';
    return {op};
  }, () => named ? `${said}: ${named}` : said + '.');
}

const undo = () => turn('undo', 'Undone', () => state.undoes);
const redo = () => turn('redo', 'Done again', () => state.redoes);

// SQL that was typed and not applied is not in the design: saving without it would be taken for saving it.
function isApplied(what) {
  const area = typedSql();
  if (!area) return true;
  const show = () => {
    tab(area.closest('[role=tabpanel]').id.slice('pane-'.length));
    area.focus();
  };
  complain([`Nothing was ${what}: the SQL that you typed is not applied yet. Apply it first, or discard it.`], button('Show it', show));
  return false;
}

async function save() {
  return isApplied('saved') && post('/api/save', {}, answer =>
    answer.problems.length ? `Saved ${answer.desired}, whose text has an error.` : `Saved ${answer.desired}.`);
}

$('new').addEventListener('click', newTable);
$('undo').addEventListener('click', undo);
$('redo').addEventListener('click', redo);
$('save').addEventListener('click', save);
$('arrange').addEventListener('click', async () => await edit({op: 'arrange'}, 'Arranged.') && fit());
$('in').addEventListener('click', () => zoom(1.25));
$('out').addEventListener('click', () => zoom(0.8));
$('fit').addEventListener('click', fit);
$('help').addEventListener('click', () => $('keys').showModal());
$('keys-close').addEventListener('click', () => $('keys').close());
$('dark').addEventListener('click', () => dark($('dark').getAttribute('aria-pressed') !== 'true'));

function dark(on) {
  document.documentElement.dataset.theme = on ? 'dark' : 'light';
  $('dark').setAttribute('aria-pressed', on);
}
dark(matchMedia('(prefers-color-scheme: dark)').matches);

$('migrate').addEventListener('click', () => {
  if (!isApplied('written')) return;
  $('write').showModal();
  $('description').focus();
});
$('write-cancel').addEventListener('click', () => $('write').close());
$('write-form').addEventListener('submit', event => {
  event.preventDefault();
  $('write').close();
  post('/api/migration', {description: $('description').value, revision: $('revision').value, shown: review.migration},
    answer => `Wrote ${answer.written.join(' and ')}.`);
});
$('later').addEventListener('click', () => $('elsewhere').close());
$('reload').addEventListener('click', () => reload(false));
$('merge').addEventListener('click', () => reload(true));

function reload(merge) {
  $('elsewhere').close();
  post('/api/reload', {merge}, merge ? 'Merged.' : answer => answer.redoes === null ? 'Reloaded.' : 'Reloaded. Redo brings your changes back.');
}

// keys

const isField = target => target.matches?.('input,textarea,select');

document.addEventListener('keydown', event => {
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (command && key === 's') {
    event.preventDefault();
    document.activeElement.blur();
    save();
  } else if (command && !isField(event.target) && (key === 'y' || key === 'z')) {
    event.preventDefault();
    (key === 'y' || event.shiftKey ? redo : undo)();
  } else if (event.key === 'Escape' && !document.querySelector('dialog[open]')) {
    const shape = drawn.get(selected[0])?.shape ?? canvas;
    shape.focus({preventScroll: true});
  }
});

canvas.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || !state) return;
  const name = event.target.closest('.box')?.dataset.table;
  const arrow = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]}[event.key];
  const keys = {
    '+': () => zoom(1.25), '=': () => zoom(1.25), '-': () => zoom(0.8), '0': fit, '/': () => $('search').focus(),
    n: newTable, c: () => detail(name, 'new-column'), r: () => detail(name, 'new-child'), a: () => $('arrange').click(), Delete: dropSelected, Backspace: dropSelected,
    ' ': () => name && select(selected.includes(name) ? selected.filter(other => other !== name) : [name, ...selected]),
    Enter: () => name ? detail(name, 'table-name') : go(state.scene.boxes[0]?.name)
  };
  if (arrow && name && event.altKey) {
    if (isTable(name)) move([name], arrow[0] * 20, arrow[1] * 20);
  } else if (arrow && name) {
    const next = neighbour(name, arrow);
    if (next) go(next);
  } else if (arrow) {
    at.x -= arrow[0] * 80;
    at.y -= arrow[1] * 80;
    place();
  } else if (keys[event.key] && !event.altKey) {
    keys[event.key]();
  } else {
    return;
  }
  event.preventDefault();
});

function detail(name, field) {
  if (!name) return;
  select([name]);
  tab('table');
  $(field)?.focus();
}

// The nearest table in a direction; what lies aside counts twice.
function neighbour(name, [right, down]) {
  const centre = box => ({x: box.x + box.width / 2, y: box.y + box.height / 2});
  const from = centre(boxOf(name));
  let best = null;
  let least = Infinity;
  for (const box of state.scene.boxes) {
    const to = centre(box);
    const along = (to.x - from.x) * right + (to.y - from.y) * down;
    const aside = Math.abs((to.x - from.x) * down) + Math.abs((to.y - from.y) * right);
    if (along > 1 && along + 2 * aside < least) {
      least = along + 2 * aside;
      best = box.name;
    }
  }
  return best;
}

// copy and paste

function copied(event) {
  const tables = selected.filter(isTable);
  if (isField(event.target) || !tables.length || String(getSelection())) return false;
  event.clipboardData.setData('text/plain', tables.map(name => tableOf(name).sql + ';\n').join('\n'));
  event.preventDefault();
  say(`Copied ${tables.join(', ')}.`);
  return true;
}

document.addEventListener('copy', copied);
document.addEventListener('cut', event => copied(event) && dropSelected());
document.addEventListener('paste', event => {
  if (isField(event.target)) return;
  event.preventDefault();
  edit({op: 'paste', sql: event.clipboardData.getData('text/plain')}, 'Pasted.');
});

// search

let hits = [];

function search() {
  const words = $('search').value.trim().toLowerCase();
  hits = [];
  for (const shape of shapes('.box')) {
    const rows = [...shape.querySelectorAll('.row')];
    const found = rows.filter(row => words && row.dataset.column.toLowerCase().includes(words));
    rows.forEach(row => row.classList.toggle('found', found.includes(row)));
    const isHit = words && (found.length > 0 || shape.dataset.table.toLowerCase().includes(words));
    shape.classList.toggle('dim', !!words && !isHit);
    if (isHit) hits.push(shape.dataset.table);
  }
  for (const line of shapes('.line')) line.classList.toggle('dim', !!words);
}

$('search').addEventListener('input', () => {
  search();
  if ($('search').value) say(hits.length === 1 ? '1 table matches.' : `${hits.length} tables match.`);
});
$('search').addEventListener('keydown', event => {
  if (event.key === 'Enter' && hits.length) {
    const next = hits[(hits.indexOf(selected[0]) + 1) % hits.length];
    reveal(next);
    select([next]);
  } else if (event.key === 'Escape') {
    $('search').value = '';
    search();
  }
});

// tabs

const tabs = [...document.querySelectorAll('[role=tab]')];

function tab(name) {
  for (const each of tabs) {
    const chosen = each.id === 'tab-' + name;
    each.setAttribute('aria-selected', chosen);
    each.tabIndex = chosen ? 0 : -1;
    $(each.getAttribute('aria-controls')).hidden = !chosen;
  }
}

tabs.forEach((each, i) => {
  each.addEventListener('click', () => tab(each.id.slice(4)));
  each.addEventListener('keydown', event => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (!step) return;
    const next = tabs[(i + step + tabs.length) % tabs.length];
    tab(next.id.slice(4));
    next.focus();
  });
});

// Fills a pane; what had the focus has it afterwards, and SQL that was typed stays.
function fill(pane, ...children) {
  const {id, selectionStart, selectionEnd} = document.activeElement ?? {};
  const inside = id && pane.contains(document.activeElement);
  const typed = [...pane.querySelectorAll('textarea[data-typed]')];
  pane.replaceChildren(...children.filter(child => child !== null));
  for (const area of pane.querySelectorAll('textarea')) {
    const before = typed.find(other => other.id === area.id && other.dataset.name === area.dataset.name);
    if (before) retype(area, before.value);
  }
  if (!inside || !$(id)) return;
  $(id).focus({preventScroll: true});
  try {
    if (selectionStart !== null) $(id).setSelectionRange(selectionStart, selectionEnd);
  } catch {
    // a field without a selection
  }
}

function retype(area, value) {
  area.value = value;
  area.setAttribute('data-typed', '');
}

function typing(event) {
  event.target.setAttribute('data-typed', '');
  mark();
}

// Sends SQL that was typed; if it is refused, it can be corrected.
async function send(area, operation, done) {
  const {id, value} = area;
  area.removeAttribute('data-typed');
  if (!await edit(operation, done) && $(id)?.dataset.name === area.dataset.name) retype($(id), value);
}

// the pane of a table

const ACTIONS = ['NO ACTION', 'RESTRICT', 'CASCADE', 'SET NULL', 'SET DEFAULT'];

function renderTable() {
  if (!state) return;
  const pane = $('pane-table');
  const name = selected[0];
  const table = name && tableOf(name);
  const view = state.model.views.find(v => v.name === name);
  if (table) fill(pane, ...tableForm(table));
  else if (view) fill(pane, element('h2', {}, 'View ' + name), sqlForm('VIEW', view, 'view'));
  else fill(pane, ...overview());
}

function overview() {
  return [
    element('p', {className: 'note'}, 'Choose a table, or press N in the drawing for a new one.'),
    element('h3', {}, 'Tables and views'),
    element('ul', {}, ...state.scene.boxes.map(box => element('li', {}, button(box.name, () => go(box.name), {className: 'link'})))),
    ...newObject('')
  ];
}

const field = (id, label, value, onchange, more = {}) =>
  element('input', {id, 'aria-label': label, value: value ?? '', onchange, autocomplete: 'off', spellcheck: false, ...more});

const box = (id, label, checked, onchange, more = {}) =>
  element('label', {}, element('input', {id, type: 'checkbox', checked, onchange, ...more}), label);

function choice(id, label, options, value, onchange) {
  const made = element('select', {id, 'aria-label': label, onchange}, ...options.map(option =>
    element('option', {value: [option].flat()[0]}, [option].flat().at(-1))));
  made.value = value;
  return made;
}

function tableForm(table) {
  const name = table.name;
  const rename = ({target: {value}}) => edit({op: 'renameTable', table: name, to: value}, `Renamed ${name} to ${value}.`)
    .then(done => done && selectRenamed(name, value));
  const head = [
    element('h2', {}, 'Table ' + name),
    element('div', {className: 'card'},
      element('label', {className: 'wide'}, 'Name ', field('table-name', 'Name of the table', name, rename)),
      element('label', {className: 'wide'}, 'Comment ', field('table-comment', 'Comment of the table', table.comment,
        ({target: {value}}) => edit(() => ({op: 'commentTable', table: tableOf(name).name, comment: value}), 'Changed the comment.'))),
      element('div', {className: 'line'}, button('Drop table', () => { selected = [name]; dropSelected(); }, {id: 'table-drop'})))
  ];
  const rest = [...newObject(name)];
  if (table.virtual) return [...head, sqlForm('TABLE', table, 'table'), ...rest];
  return [
    ...head,
    element('h3', {}, 'Columns'),
    ...table.columns.map((column, i) => columnForm(table, column, i)),
    newColumn(name),
    element('h3', {}, 'Relations'),
    ...table.foreignKeys.map((key, i) => relationForm(name, key, i)),
    ...state.model.tables.flatMap(other => other.foreignKeys.filter(key => key.parent === name)
      .map(key => element('div', {}, button(`← ${other.name}.${key.columns.join(', ')}`, () => go(other.name), {className: 'link'})))),
    newRelation(table),
    element('h3', {}, 'Keys and indexes'),
    ...table.uniques.filter(columns => columns.length > 1).map(columns => element('div', {className: 'line'}, `unique (${columns.join(', ')})`,
      button('Drop', () => edit({op: 'dropUnique', table: name, columns}, 'Dropped the unique key.'), {'aria-label': `Drop unique ${columns.join(', ')}`}))),
    ...table.indexes.map(index => index.plain
      ? element('div', {className: 'line'}, `${index.unique ? 'unique index' : 'index'} ${index.name} (${index.columns.join(', ')})`,
        button('Drop', () => edit({op: 'dropIndex', index: index.name}, `Dropped ${index.name}.`), {'aria-label': 'Drop index ' + index.name}))
      : folded('Index ' + index.name, sqlForm('INDEX', index, 'index-' + index.name))),
    newIndex(table),
    element('h3', {}, 'As SQL'),
    ...table.checks.map(check => element('div', {className: 'note'}, `check ${check.name} (${check.sql})`)),
    ...state.model.triggers.filter(trigger => trigger.table === name)
      .map(trigger => folded('Trigger ' + trigger.name, sqlForm('TRIGGER', trigger, 'trigger-' + trigger.name))),
    folded('SQL of this table', sqlForm('TABLE', table, 'table')),
    ...rest
  ];
}

function selectRenamed(from, to) {
  if (!boxOf(to)) return;
  formerNames.delete(to);
  formerNames.set(from, to);
  select(selected.includes(from) || !selected.length ? [to] : selected);
  $('table-name')?.focus();
}

function columnForm(table, column, i) {
  const name = table.name;
  const id = part => `column-${i}-${part}`;
  const now = () => tableOf(name).columns[i];
  const change = more => edit(() => ({op: 'changeColumn', table: tableOf(name).name, column: {...shape(now()), ...more}}), () => `Changed ${tableOf(name).name}.${now().name}.`);
  const isKey = table.primaryKey.includes(column.name);
  const isOnly = columns => columns.length === 1 && columns[0] === now().name;
  const uniqueIndex = () => tableOf(name).indexes.find(index => index.plain && index.unique && isOnly(index.columns));
  const hasUniqueKey = () => tableOf(name).uniques.some(isOnly);
  const isUnique = () => hasUniqueKey() || uniqueIndex() !== undefined;
  const key = ({target: {checked}}) => edit(() => {
    const others = tableOf(name).primaryKey.filter(other => other !== now().name);
    return {op: 'setPrimaryKey', table: tableOf(name).name, columns: checked ? [...others, now().name] : others};
  }, 'Changed the primary key.');
  const unique = ({target: {checked}}) => edit(() => {
    if (isUnique() === checked) return null; // it was clicked twice before the answer came
    if (checked) return {op: 'addUnique', table: tableOf(name).name, columns: [now().name]};
    return {op: 'edits', edits: [
      ...(hasUniqueKey() ? [{op: 'dropUnique', table: tableOf(name).name, columns: [now().name]}] : []),
      ...(uniqueIndex() ? [{op: 'dropIndex', index: uniqueIndex().name}] : [])]};
  }, checked ? `${column.name} is unique.` : `${column.name} is not unique any more.`);
  const generated = column.generated !== null;
  return element('div', {className: 'card', role: 'group', 'aria-label': 'Column ' + column.name},
    element('div', {className: 'line'},
      field(id('name'), `Name of ${column.name}`, column.name,
        ({target: {value}}) => edit(() => ({op: 'renameColumn', table: tableOf(name).name, column: now().name, to: value}), `Renamed ${column.name} to ${value}.`)),
      field(id('type'), `Type of ${column.name}`, column.type, event => change({type: event.target.value}), {list: 'types', disabled: generated}),
      button('✕', () => edit(() => ({op: 'dropColumn', table: tableOf(name).name, column: now().name}), `Dropped ${column.name}.`), {id: id('drop'), 'aria-label': 'Drop column ' + column.name})),
    element('div', {className: 'line'},
      box(id('null'), 'null', column.nullable, event => change({nullable: event.target.checked}), {disabled: generated}),
      box(id('key'), 'key', isKey, key),
      box(id('unique'), 'unique', isUnique(), unique),
      field(id('default'), `Default of ${column.name}`, column.default ?? '', event => change({default: event.target.value || null}), {placeholder: 'default', disabled: generated}),
      field(id('comment'), `Comment of ${column.name}`, column.comment, event => change({comment: event.target.value}), {placeholder: 'comment', disabled: generated})),
    generated ? element('div', {className: 'note'}, 'generated as ' + column.generated + ': change it as SQL below') : null);
}

const shape = ({name, type, nullable, default: value, comment}) => ({name, type, nullable, default: value, comment});

// What was begun for one table is not for the next one.
const isNewFor = table => document.querySelector('form[aria-label="New column"]')?.dataset.table !== table;
const typedFor = (table, id) => isNewFor(table) ? '' : $(id).value;

function newColumn(table) {
  const add = async event => {
    event.preventDefault();
    const name = $('new-column').value.trim();
    if (!name) {
      complain(['Type the name of the new column first.']);
      return $('new-column').focus();
    }
    const column = {name, type: $('new-type').value, nullable: $('new-null').checked, default: $('new-default').value || null, comment: ''};
    if (await edit(() => ({op: 'addColumn', table: tableOf(table).name, column}), `New column ${table}.${name}.`)) {
      for (const id of ['new-column', 'new-type', 'new-default']) $(id).value = '';
      $('new-null').checked = true;
      $('new-column').focus();
    }
  };
  return element('form', {className: 'card', onsubmit: add, 'aria-label': 'New column', 'data-table': table},
    element('div', {className: 'line'},
      field('new-column', 'Name of the new column', typedFor(table, 'new-column'), null, {placeholder: 'new column'}),
      field('new-type', 'Type of the new column', typedFor(table, 'new-type'), null, {placeholder: 'type', list: 'types'})),
    element('div', {className: 'line'},
      box('new-null', 'null', isNewFor(table) || $('new-null').checked, null),
      field('new-default', 'Default of the new column', typedFor(table, 'new-default'), null, {placeholder: 'default'}),
      element('button', {type: 'submit', id: 'new-column-add'}, 'Add column')));
}

function relationForm(table, key, i) {
  const change = (which, {target: {value}}) =>
    edit(() => ({op: 'changeForeignKey', table: tableOf(table).name, ...tableOf(table).foreignKeys[i], [which]: value}), 'Changed the relation.');
  const text = `${key.columns.join(', ')} → ${key.parent}.${key.parentColumns.join(', ')}`;
  return element('div', {className: 'card', role: 'group', 'aria-label': 'Relation ' + text},
    element('div', {className: 'line'}, button('→ ' + text, () => go(key.parent), {className: 'link', id: `relation-${i}-go`}),
      button('✕', () => edit({op: 'dropForeignKey', table, columns: key.columns, parent: key.parent}, 'Dropped the relation.'), {'aria-label': 'Drop relation ' + text, id: `relation-${i}-drop`})),
    ...otherTypes(table, key).map(types => element('div', {className: 'warn'}, `The types differ: ${types}.`)),
    element('div', {className: 'line'},
      element('label', {}, 'on delete ', choice(`relation-${i}-delete`, 'on delete', ACTIONS, key.onDelete, event => change('onDelete', event))),
      element('label', {}, 'on update ', choice(`relation-${i}-update`, 'on update', ACTIONS, key.onUpdate, event => change('onUpdate', event))),
      isIndexed(table, key.columns) ? null : button('Add index', () => addIndex(table, key.columns, false), {id: `relation-${i}-index`,
        title: 'Without an index for these columns, SQLite reads the whole table whenever a referenced row is deleted'})));
}

function isIndexed(name, columns) {
  const table = tableOf(name);
  return [table.primaryKey, ...table.uniques, ...table.indexes.filter(index => index.plain).map(index => index.columns)]
    .some(key => columns.every(column => key.slice(0, columns.length).includes(column)));
}

const addIndex = (table, columns, unique) =>
  edit({op: 'createIndex', table, index: freeName([table, ...columns].join('_')), columns, unique}, 'New index.');

function newRelation(table) {
  const parents = state.model.tables.filter(other => !other.virtual).map(other => other.name);
  const columns = table.columns.map(column => column.name);
  const add = event => {
    event.preventDefault();
    const parent = $('new-parent').value;
    const column = $('new-child').value;
    if (column === '*') edit({op: 'reference', child: table.name, parent}, `New column that references ${parent}.`);
    else if (column === '**') join(table.name, parent);
    else relate(table.name, [column], parent, [], $('new-delete').value);
  };
  return element('form', {className: 'card', onsubmit: add, 'aria-label': 'New relation'},
    element('div', {className: 'line'},
      choice('new-child', 'Column of the new relation', [['*', 'a new column'], ['**', 'many of many'], ...columns.map(c => [c, c])], '*', null),
      element('span', {}, '→'),
      choice('new-parent', 'Table that is referenced', parents.map(p => [p, p]), parents.find(p => p !== table.name) ?? table.name, null),
      choice('new-delete', 'on delete of the new relation', ACTIONS, 'NO ACTION', null),
      element('button', {type: 'submit', id: 'new-relation-add'}, 'Add relation')));
}

function newIndex(table) {
  const add = event => {
    event.preventDefault();
    const columns = [...$('new-index-columns').selectedOptions].map(option => option.value);
    if (!columns.length) return complain(['Choose the columns first.']);
    if ($('new-index-kind').value === 'key') edit({op: 'addUnique', table: table.name, columns}, 'New unique key.');
    else addIndex(table.name, columns, $('new-index-kind').value === 'unique');
  };
  const columns = element('select', {id: 'new-index-columns', multiple: true, size: Math.min(5, table.columns.length), 'aria-label': 'Columns of the new index'},
    ...table.columns.map(column => element('option', {value: column.name}, column.name)));
  return element('form', {className: 'card', onsubmit: add, 'aria-label': 'New index'},
    element('div', {className: 'line'}, columns,
      choice('new-index-kind', 'Kind of the new index', [['index', 'index'], ['unique', 'unique index'], ['key', 'unique key']], 'index', null),
      element('button', {type: 'submit', id: 'new-index-add'}, 'Add index')));
}

const opened = new Set();

function folded(title, content) {
  const made = element('details', {open: opened.has(title)}, element('summary', {}, title), content);
  made.addEventListener('toggle', () => made.open ? opened.add(title) : opened.delete(title));
  return made;
}

// The SQL of an object, which goes back as a whole.
function sqlForm(kind, object, id) {
  const area = element('textarea', {id: 'sql-' + id, value: object.sql, rows: Math.min(16, object.sql.split('\n').length + 1), spellcheck: false, oninput: typing, 'aria-label': `SQL of ${object.name}`, 'data-name': object.name});
  const apply = sql => send(area, {op: 'write', kind, name: object.name, sql}, sql ? `Changed ${object.name}.` : `Dropped ${object.name}.`);
  return element('div', {}, area, element('div', {className: 'line'},
    button('Apply SQL', () => apply(area.value), {id: `sql-${id}-apply`}),
    kind === 'TABLE' ? null : button('Drop', () => apply(''), {'aria-label': 'Drop ' + object.name})));
}

function newObject(table) {
  const kinds = ['VIEW', 'TRIGGER', 'INDEX', 'TABLE'];
  const area = element('textarea', {id: 'new-sql', rows: 4, spellcheck: false, oninput: typing, 'data-name': '', 'aria-label': 'SQL of the new object', placeholder: table ? `CREATE TRIGGER … ON ${table} …` : 'CREATE VIEW … AS SELECT …'});
  const kind = choice('new-kind', 'Kind of the new object', kinds, table ? 'TRIGGER' : 'VIEW', null);
  return [folded('New view, trigger, index or table as SQL', element('div', {}, area, element('div', {className: 'line'}, kind,
    button('Add SQL', () => send(area, {op: 'write', kind: kind.value, name: null, sql: area.value}, 'Added.'), {id: 'new-sql-add'}))))];
}

// the pane of the whole text

function renderSql() {
  const pane = $('pane-sql');
  const typed = new Map([...pane.querySelectorAll('textarea[data-typed]')].map(area => [area.dataset.file, area.value]));
  const parts = state.problems.map(problem => element('p', {className: 'bad'},
    button(`${problem.file}${problem.line ? ':' + problem.line : ''}: ${problem.message}`, () => goToLine(problem), {className: 'link bad'})));
  state.texts.forEach(({file, text}, i) => {
    const value = typed.get(file) ?? text;
    const area = element('textarea', {id: 'text-' + i, value, rows: Math.max(12, Math.min(40, value.split('\n').length + 1)), spellcheck: false, 'aria-label': file, 'data-file': file, 'data-name': file});
    const compare = () => area.toggleAttribute('data-typed', area.value !== text);
    area.addEventListener('input', () => {
      compare();
      mark();
    });
    compare();
    const apply = () => send(area, {op: 'text', file, text: area.value}, 'Read the text.');
    const discard = () => {
      area.removeAttribute('data-typed');
      renderSql();
      mark();
    };
    parts.push(element('h2', {}, file), area, element('div', {className: 'line'},
      button('Apply text', apply, {id: `text-${i}-apply`}), button('Discard what I typed', discard, {id: `text-${i}-discard`})));
  });
  fill(pane, ...parts);
  if (state.problems.length) complain([`The text has an error${state.problems[0].line ? ' in line ' + state.problems[0].line : ''}: ${state.problems[0].message}`], button('Go to it', () => goToLine(state.problems[0])));
}

function goToLine({file, line}) {
  tab('sql');
  const area = [...$('pane-sql').querySelectorAll('textarea')].find(each => each.dataset.file === file) ?? $('text-0');
  const lines = area.value.split('\n');
  const from = lines.slice(0, Math.max(0, line - 1)).join('\n').length + (line > 1 ? 1 : 0);
  area.focus();
  area.setSelectionRange(from, from + (lines[line - 1] ?? '').length);
  area.scrollTop = Math.max(0, line - 4) * 18;
}

// the panes of the migration and of the difference

function renderReview() {
  const pane = $('pane-migration');
  const isProved = review.proof !== '';
  const without = review.provedWithoutRows;
  const verdict = review.problems.length ? 'No migration yet' : review.isEmpty ? 'The migrations give this schema'
    : without.length ? `Proved, but without rows of ${without.join(', ')}` : 'Proved';
  const colour = review.problems.length ? 'bad' : without.length ? 'warn' : 'good';
  $('proof').textContent = verdict;
  $('proof').className = colour;
  $('migrate').disabled = !isProved;
  pane.setAttribute('aria-busy', 'false');
  fill(pane,
    element('h2', {}, verdict),
    ...review.problems.map(problem => element('p', {className: 'bad'}, inWords(problem))),
    isProved ? element('p', {className: colour}, review.proof) : null,
    ...review.losses.map(loss => element('p', {className: 'warn'}, 'Lost: ' + loss)),
    ...review.hints.map(hint => element('p', {className: 'note'}, inWords(hint))),
    ...(review.fills.length ? [element('h3', {}, 'Values for existing rows, as SQL'), ...review.fills.map(fillForm)] : []),
    review.losses.length || review.problems.length || state.keepData
      ? element('p', {}, box('keep-data', 'Keep the data of what is dropped, for the undo', state.keepData,
        event => edit({op: 'keepData', value: event.target.checked}, 'Changed what is kept.')))
      : null,
    ...(review.migration ? [
      element('h3', {}, 'Migration'), element('pre', {id: 'script', tabIndex: 0, 'aria-label': 'Migration'}, review.migration),
      element('h3', {}, 'Undo'), element('pre', {id: 'undo-script', tabIndex: 0, 'aria-label': 'Undo'}, review.undo)] : []));
  fill($('pane-difference'),
    element('h2', {}, review.picture ? 'What the migration changes' : 'Nothing differs'),
    review.picture ? element('img', {id: 'picture', alt: 'The changed tables; the list below says the same', src: 'data:image/svg+xml,' + encodeURIComponent(review.picture)}) : null,
    element('ul', {}, ...review.differences.map(difference => element('li', {}, difference))));
}

// Messages of the library name options of the command line.
const inWords = message => message.replace(/, as in --fill [^,]*(?=, or)/, ' below').replace(/^--fill ([^=]*)=/, 'The value of $1: ').replaceAll('--keep-data', 'the box "Keep the data" below');

function fillForm(fillPlace, i) {
  const {table, column, type, why, required, value} = fillPlace;
  const label = `${table}.${column} ${type} (${why}${required ? ', required' : ''})`;
  return element('label', {className: 'wide'}, label + ' ', field('fill-' + i, 'Value of ' + label, value,
    event => edit({op: 'fill', table, column, value: event.target.value}, 'Set the value.'), {placeholder: "''"}));
}

async function enter() {
  if (token.startsWith(ONCE)) {
    token = token.slice(ONCE.length);
    token = (await ask('POST', '/api/enter', {})).token;
  }
  sessionStorage.setItem('token', token);
  show(await ask('GET', '/api/state'));
  say(state.problems.length ? 'The tables are shown once the text is correct.' : `${state.model.tables.length} tables.`);
}

if (token) {
  queue = enter().catch(error => complain([error.message]));
} else {
  say('');
  complain(['Open the address that was printed when the server started: it has the key to this page.']);
}
