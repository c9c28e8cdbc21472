/* Cleans what Word, WPS and web pages put on the clipboard: tables, lists, headings,
   links and pictures stay, their dress goes. The server cleans again when it saves. */
(() => {
  "use strict";
  const KEPT = new Set(["P", "BR", "HR", "BLOCKQUOTE", "UL", "OL", "LI", "H2", "H3", "H4",
    "H5", "H6", "STRONG", "B", "EM", "I", "U", "SUB", "SUP", "A", "IMG", "TABLE", "CAPTION",
    "THEAD", "TBODY", "TFOOT", "TR", "TH", "TD"]);
  const DROPPED = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "IFRAME", "SVG", "MATH",
    "HEAD", "OBJECT", "XML", "TITLE", "META", "LINK", "COLGROUP", "COL"]);
  const ATTRIBUTES = { A: ["href"], IMG: ["src", "alt"], TD: ["colspan", "rowspan"], TH: ["colspan", "rowspan", "scope"] };
  const BLOCK = /^(P|DIV|TABLE|UL|OL|LI|BLOCKQUOTE|H[1-6]|SECTION|ARTICLE)$/;
  const SAFE_LINK = /^(https?:|mailto:|tel:|\/(?!\/)|#)/i;

  const renamed = (node) => {
    if (node.nodeName === "H1") return "H2";
    if (node.nodeName !== "DIV") return node.nodeName;
    return [...node.children].some((child) => BLOCK.test(child.nodeName)) ? "" : "P";
  };

  const copyAttributes = (from, to) => {
    (ATTRIBUTES[to.nodeName] || []).forEach((name) => {
      const value = from.getAttribute(name);
      if (value === null || (name === "href" && !SAFE_LINK.test(value))) return;
      if (/span$/.test(name) && !/^[1-9]\d{0,2}$/.test(value)) return;
      to.setAttribute(name, value);
    });
  };

  const copy = (from, to) => {
    from.childNodes.forEach((node) => {
      if (node.nodeType === Node.TEXT_NODE) {
        to.append(node.data.replace(/[\r\n\t]+/g, " "));
        return;
      }
      if (node.nodeType !== Node.ELEMENT_NODE || DROPPED.has(node.nodeName.toUpperCase())) return;
      const name = renamed(node);
      const isForeign = node.nodeName === "IMG" && !/^\/(?!\/)/.test(node.getAttribute("src") || "");
      if (isForeign) return;
      if (!KEPT.has(name)) { copy(node, to); return; }
      const made = document.createElement(name);
      copyAttributes(node, made);
      copy(node, made);
      to.append(made);
    });
  };

  const withoutEmptyLines = (fragment) => {
    fragment.querySelectorAll("p").forEach((line) => {
      const isEmpty = !line.textContent.replace(/\u00a0/g, "").trim() && !line.querySelector("img, br");
      if (isEmpty && !line.closest("td, th")) line.remove();
    });
    fragment.querySelectorAll("td, th").forEach((cell) => {
      const only = cell.children.length === 1 && cell.firstElementChild;
      if (only && only.nodeName === "P") only.replaceWith(...only.childNodes);
    });
    return fragment;
  };

  window.gongkaiClean = (html) => {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    const fragment = document.createDocumentFragment();
    copy(parsed.body, fragment);
    return withoutEmptyLines(fragment);
  };
})();
