/* Shows a section's figures and findings while it is being written. */
(() => {
  const form = document.querySelector("[data-preview]");
  const state = document.querySelector("[data-section-state]");
  if (!form || !state) return;
  const text = form.querySelector("textarea");
  let timer = 0;
  let asked = 0;
  let changed = false;

  const show = async () => {
    const number = ++asked;
    const answer = await fetch(form.dataset.preview, {
      method: "POST",
      body: new FormData(form),
      headers: { "X-Requested-With": "XMLHttpRequest" },
    });
    if (answer.ok && number === asked) state.innerHTML = await answer.text();
  };

  text.addEventListener("input", () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(show, 500);
  });
  form.addEventListener("submit", () => { changed = false; });
  window.addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
})();
