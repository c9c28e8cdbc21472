/* Shows what a step would bring while it is filled in; stops double clicks.
   Every page works without it. */
(() => {
  "use strict";
  document.querySelectorAll("[data-once]").forEach((form) => {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) { event.preventDefault(); return; }
      form.dataset.sent = "yes";
      setTimeout(() => { delete form.dataset.sent; }, 8000);
    });
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("[data-sent]").forEach((form) => { delete form.dataset.sent; });
  });

  const form = document.querySelector("[data-coming]");
  const state = document.querySelector("[data-coming-state]");
  if (!form || !state) return;
  let timer = 0;
  let asked = 0;
  const show = async () => {
    const number = ++asked;
    const answer = await fetch(form.dataset.coming, {
      method: "POST",
      body: new FormData(form),
      headers: { "X-Requested-With": "XMLHttpRequest" },
    });
    if (answer.ok && number === asked) state.innerHTML = await answer.text();
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, 500);
  });
  show();
})();
