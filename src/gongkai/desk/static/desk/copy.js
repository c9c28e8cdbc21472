/* Copies a field by a button; without it the field can be marked by hand. */
(() => {
  "use strict";
  document.querySelectorAll("[data-copy]").forEach((button) => {
    const field = document.getElementById(button.dataset.copy);
    button.hidden = false;
    button.addEventListener("click", async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
        button.textContent = "已复制";
      } catch {
        button.textContent = "请按 Ctrl+C 复制";
      }
    });
  });
})();
