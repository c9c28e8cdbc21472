/* The desk's few comforts; every page works without them. */
(function () {
  "use strict";
  document.documentElement.classList.add("has-script");

  var toggle = document.querySelector("[data-menu-toggle]");
  var menu = document.querySelector("[data-menu]");
  if (toggle && menu) {
    toggle.hidden = false;
    toggle.addEventListener("click", function () {
      var open = menu.classList.toggle("is-open");
      toggle.setAttribute("aria-expanded", String(open));
    });
  }

  // On a phone the filters that are not in use fold away.
  if (window.matchMedia("(max-width: 760px)").matches) {
    document.querySelectorAll("[data-phone-closed=yes]").forEach(function (more) { more.open = false; });
  }

  // A choice in a filter takes effect at once; dates and words wait for the button.
  document.querySelectorAll("[data-filters] select").forEach(function (select) {
    select.addEventListener("change", function () { select.form.requestSubmit(); });
  });
  document.querySelectorAll("[data-filters]").forEach(function (form) {
    form.addEventListener("submit", function () {
      form.querySelectorAll("input, select").forEach(function (field) {
        if (!field.value) { field.disabled = true; }
      });
    });
  });

  var summary = document.querySelector("[data-focus]");
  if (summary) { summary.focus(); }

  // Nothing typed is lost by a wrong click.
  document.querySelectorAll("[data-unsaved]").forEach(function (form) {
    var changed = false;
    form.addEventListener("input", function () { changed = true; });
    form.addEventListener("submit", function () { changed = false; });
    window.addEventListener("beforeunload", function (event) {
      if (changed) { event.preventDefault(); }
    });
  });
}());
