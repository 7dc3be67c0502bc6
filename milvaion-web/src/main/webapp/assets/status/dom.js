/* Elements of the page. Text of users is only ever set as textContent. */

export const byId = id => document.getElementById(id);

export function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) {
    made.textContent = text;
  }
  if (className) {
    made.className = className;
  }
  return made;
}

/** Fills a table; rows with a known key stay in the document, so that focus in them stays. */
export function fill(id, items, keyOf, cellsOf) {
  const body = byId(id).tBodies[0];
  const wide = [...byId(id).tHead.rows[0].cells].map(cell => cell.className);
  const known = new Map([...body.rows].map(row => [row.dataset.key, row]));
  items.forEach((item, index) => {
    const key = keyOf(item);
    const row = known.get(key) ?? element("tr");
    known.delete(key);
    row.dataset.key = key;
    cellsOf(item).forEach((content, column) => setCell(row, column, content, wide[column]));
    if (body.rows[index] !== row) {
      body.insertBefore(row, body.rows[index] ?? null);
    }
  });
  known.forEach(row => row.remove());
  byId(id).hidden = items.length === 0;
}

function setCell(row, column, content, className) {
  const cell = row.cells[column] ?? row.appendChild(element("td", undefined, className));
  const made = typeof content === "string" ? document.createTextNode(content) : content;
  const before = cell.firstChild;
  if (before && before.isEqualNode(made)) {
    return;
  }
  cell.replaceChildren(made);
}

export function note(id, error, read, count, empty) {
  const line = byId(id);
  const text = error ? `Cannot be read: ${error}.` : !read ? "Loading…" : count === 0 ? empty : "";
  line.textContent = text;
  line.className = error ? "note error" : "note";
  line.hidden = text === "";
}
