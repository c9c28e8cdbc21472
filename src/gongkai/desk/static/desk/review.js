/* Takes the text that is selected in the item's body into the marks of a return.
   Without it the reviewer copies the passage into the field himself. */
(() => {
  "use strict";
  const body = document.querySelector("[data-passages]");
  const button = document.querySelector("[data-mark]");
  const marks = document.querySelector("textarea[name=marks]");
  if (!body || !button || !marks) return;
  let selected = "";
  const read = () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !body.contains(selection.anchorNode)) return;
    selected = selection.toString().replace(/\s+/g, " ").trim();
    button.hidden = selected === "";
  };
  document.addEventListener("selectionchange", read);
  button.addEventListener("click", () => {
    if (!selected) return;
    marks.value = [marks.value.trim(), selected].filter(Boolean).join("\n");
    selected = "";
    button.hidden = true;
    marks.focus();
  });
})();
