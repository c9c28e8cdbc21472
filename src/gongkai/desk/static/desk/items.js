/* The item's form: the due day as it is typed, and the editor of the body.
   Without script the body is a plain text field, and the due day is told after saving. */
(() => {
  "use strict";
  const due = document.querySelector("[data-due]");
  if (due) {
    const form = due.closest("form");
    const names = ["deadline_kind", "formed_on", "changed_on"];
    due.setAttribute("aria-live", "polite");
    const show = async () => {
      const asked = new URLSearchParams(names.map((name) => [name, form.elements[name].value]));
      const answer = await fetch(`${due.dataset.due}?${asked}`);
      if (answer.ok && !answer.redirected) due.textContent = await answer.text();
    };
    names.forEach((name) => form.elements[name].addEventListener("change", show));
    show();
  }

  const area = document.querySelector("textarea[data-rich]");
  if (!area || !window.Squire) return;
  const isRich = (text) => /<\/(p|div|table|ul|ol|h[1-6])\s*>/i.test(text);
  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const asHtml = (text) => (isRich(text) ? text
    : text.split(/\r?\n/).filter((line) => line.trim()).map((line) => `<p>${escaped(line)}</p>`).join(""));

  const page = document.createElement("div");
  page.className = "rich-page";
  page.id = "id_body_page";
  page.setAttribute("role", "textbox");
  page.setAttribute("aria-multiline", "true");
  page.setAttribute("aria-label", "正文");
  page.setAttribute("aria-describedby", "id_body_notes");
  const bar = document.createElement("div");
  bar.className = "rich-bar";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "正文格式");
  area.before(bar, page);
  area.hidden = true;
  const label = document.querySelector("label[for=id_body]");
  if (label) label.addEventListener("click", () => page.focus());

  const editor = new window.Squire(page, {
    blockTag: "P",
    addLinks: false,
    sanitizeToDOMFragment: (html) => window.gongkaiClean(html),
  });
  editor.setHTML(asHtml(area.value));
  let isTouched = false;
  /* What holds no more than paragraphs stays plain text, a line each. */
  const stored = () => {
    const clean = window.gongkaiClean(editor.getHTML());
    if (clean.querySelector("*:not(p):not(br)")) {
      const box = document.createElement("div");
      box.append(clean);
      return box.innerHTML;
    }
    clean.querySelectorAll("br").forEach((end) => end.replaceWith("\n"));
    return [...clean.childNodes].map((line) => line.textContent.trim()).join("\n").trim();
  };
  editor.addEventListener("input", () => {
    isTouched = true;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
  area.form.addEventListener("submit", () => { if (isTouched) area.value = stored(); });
  area.form.addEventListener("formdata", (event) => {
    if (isTouched) event.formData.set("body", stored());
  });

  const turnInto = (name) => editor.modifyBlocks((fragment) => {
    fragment.querySelectorAll("p, h2, h3").forEach((block) => {
      const made = document.createElement(name);
      made.append(...block.childNodes);
      block.replaceWith(made);
    });
    return fragment;
  });
  const toggle = (tag, on, off) => (editor.hasFormat(tag) ? editor[off]() : editor[on]());
  const cell = () => {
    const at = editor.getSelection().startContainer;
    const found = (at.nodeType === Node.ELEMENT_NODE ? at : at.parentElement).closest("td, th");
    return found && page.contains(found) ? found : null;
  };
  const blank = (name) => {
    const made = document.createElement(name);
    made.append(document.createElement("br"));
    return made;
  };
  const inTable = (change) => () => {
    const here = cell();
    if (!here) { window.alert("请先把光标放在表格里。"); return; }
    editor.saveUndoState();
    change(here, here.closest("tr"), here.closest("table"));
    isTouched = true;
  };
  const addRow = inTable((here, row) => {
    const made = document.createElement("tr");
    [...row.cells].forEach((one) => {
      const copy = blank("td");
      if (one.colSpan > 1) copy.colSpan = one.colSpan;
      made.append(copy);
    });
    row.after(made);
  });
  const removeRow = inTable((here, row, table) => (table.rows.length > 1 ? row : table).remove());
  const addColumn = inTable((here, row, table) => {
    const place = here.cellIndex;
    [...table.rows].forEach((one) => {
      const beside = one.cells[Math.min(place, one.cells.length - 1)];
      if (beside) beside.after(blank(beside.nodeName.toLowerCase()));
    });
  });
  const removeColumn = inTable((here, row, table) => {
    const place = here.cellIndex;
    if (row.cells.length === 1) { table.remove(); return; }
    [...table.rows].forEach((one) => { if (one.cells[place]) one.cells[place].remove(); });
  });
  const insertTable = () => {
    const row = (name) => `<tr>${`<${name}><br></${name}>`.repeat(3)}</tr>`;
    editor.insertHTML(`<table><tbody>${row("th")}${row("td")}${row("td")}</tbody></table><p><br></p>`);
  };
  const link = () => {
    const address = window.prompt("链接地址（以 https:// 或 / 开头）");
    if (address) editor.makeLink(address.trim());
  };

  const ACTS = [
    [["正文", () => turnInto("p")], ["标题", () => turnInto("h2")], ["小标题", () => turnInto("h3")]],
    [["加粗", () => toggle("B", "bold", "removeBold")],
      ["项目", () => toggle("UL", "makeUnorderedList", "removeList")],
      ["编号", () => toggle("OL", "makeOrderedList", "removeList")]],
    [["链接", link], ["去链接", () => editor.removeLink()]],
    [["插入表格", insertTable], ["加行", addRow], ["删行", removeRow], ["加列", addColumn], ["删列", removeColumn]],
    [["撤销", () => editor.undo()], ["重做", () => editor.redo()]],
  ];
  ACTS.forEach((group) => {
    const box = document.createElement("span");
    box.className = "rich-bar__group";
    group.forEach(([name, act]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", () => { act(); editor.focus(); });
      box.append(button);
    });
    bar.append(box);
  });
})();
