/* The page of a job looks again while the work goes on; without this, 刷新 does. */
(function () {
  "use strict";
  var PAUSE = 2000;

  function lookAgain() {
    fetch(window.location.href, { credentials: "same-origin" })
      .then(function (response) { return response.ok ? response.text() : Promise.reject(response); })
      .then(function (text) {
        var fresh = new DOMParser().parseFromString(text, "text/html").querySelector("[data-job]");
        var shown = document.querySelector("[data-job]");
        if (fresh && shown) { shown.replaceWith(fresh); }
        wait();
      })
      .catch(wait);
  }

  function wait() {
    if (document.querySelector("[data-job-live]")) { window.setTimeout(lookAgain, PAUSE); }
  }

  wait();
}());
